// The HTML that files become: what the file says of itself as a page's head would, then its text. It is a part of a
// page, and so all of it is read.

/** What a file says of itself. */
export interface About {
  title?: string | null | undefined;
  authors?: readonly (string | null | undefined)[] | undefined;
  published?: string | null | undefined;
  modified?: string | null | undefined;
  url?: string | null | undefined;
  description?: string | null | undefined;
  language?: string | null | undefined;
  site?: string | null | undefined;
  section?: string | null | undefined;
  keywords?: readonly (string | null | undefined)[] | undefined;
}

/** The head and the body. A body that has the title as its heading already is not given another. */
export function page(about: About, body: string): string {
  const { title, authors = [], published, modified, url, description, language, site, section, keywords = [] } = about;
  const meta = (property: string, value: string | null | undefined) =>
    value?.trim() ? `<meta property="${property}" content="${escape(value.trim())}">` : "";
  const head = [
    meta("og:title", title),
    ...authors.map((author) => meta("author", author)),
    meta("article:published_time", published),
    meta("article:modified_time", modified),
    url && /^https?:/i.test(url.trim()) ? `<link rel="canonical" href="${escape(url.trim())}">` : "",
    meta("og:description", description),
    meta("og:locale", language),
    meta("og:site_name", site),
    meta("article:section", section),
    ...keywords.map((keyword) => meta("article:tag", keyword)),
  ];
  const heading = title?.trim() && !/<h1[\s>]/i.test(body) ? `<h1>${escape(title.trim())}</h1>` : "";
  return `${head.join("")}\n${heading}${body}`;
}

/** What stands in the body of a page. */
export function bodyOf(html: string): string {
  const start = html.search(/<body\b/i);
  const from = start < 0 ? 0 : html.indexOf(">", start) + 1;
  let end = html.length;
  for (const { index } of html.matchAll(/<\/body/gi)) end = index;
  return html.slice(from, end);
}

/** Whether there is a word beside the markup. A tag ends where another begins, so that the search never goes over a
 * text again and again. */
export function hasWords(markup: string): boolean {
  return markup.replaceAll(TAG, "").trim() !== "";
}

/** Whether a text is markup. */
export function isMarkup(text: string): boolean {
  return /<\w[^<>]*>/.test(text);
}

/** A tag. */
export const TAG = /<[^<>]*>/g;

/** Text as it stands in markup. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Plain text in paragraphs: empty lines part them, and lines that were broken at a margin are joined. */
export function paragraphs(text: string): string {
  const MARGIN = 50;
  return text
    .split(/\r?\n[ \t]*(?:\r?\n)+/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const lines = part.trim().split(/\r?\n/);
      const isWrapped = lines.slice(0, -1).every((line) => line.length > MARGIN);
      return `<p>${lines.map(escape).join(isWrapped ? "\n" : "<br>")}</p>`;
    })
    .join("\n");
}
