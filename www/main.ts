import "@fontsource-variable/source-serif-4";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import type { Article } from "wirecopy";
import { init, parseArticle } from "wirecopy/background";

import { Corrections } from "./corrections";
import { byId } from "./element";
import { showFacts } from "./facts";
import { startIntake } from "./intake";
import { showLedger } from "./ledger";
import { showLegend } from "./legend";
import { Marks } from "./marks";
import { showNames } from "./names";
import { closeNote, startNotes } from "./note";
import { pointNowhere, pointTo } from "./pointer";
import { chosenFormat, copy, download, startSaving } from "./save";
import { Setting } from "./setting";
import { Shelf } from "./shelf";
import { fromOpened, type Source, Unreadable } from "./source";
import { clearTrouble, complain, offerStop, showProgress, tell } from "./status";
import { Stepper } from "./stepper";
import { startTheme } from "./theme";
import { showTimeline } from "./timeline";

/** What lies on the desk: the article and how it is read. */
interface Shown {
  article: Article;
  /** As it was read, before anything was put right. */
  read: Article;
  notice: string | null;
  name: string;
  stepper: Stepper;
}

// A button that comes and goes within a blink is only noise.
const STOP_AFTER_MS = 400;

const marks = new Marks();
const corrections = new Corrections(showAgain);
marks.onPick.set("corrections", () => corrections.pick(marks.picked));
let shown: Shown | null = null;
let work = new AbortController();
const shelf = new Shelf((source) => void read(source));

startTheme();
// The reader and its worker start while the page is looked at. If that fails, reading says so.
void init().catch(() => {});
startIntake((sources) => shelf.take(sources));
startNotes(byId("article"), () => shown?.article ?? null);
startKeys();
byId("another").addEventListener("click", showIntake);
startSaving();
byId("download").addEventListener("click", () => void keepIt("downloaded", download));
byId("copy").addEventListener("click", () => void keepIt("copied", copy));

async function read(source: Source): Promise<void> {
  work.abort();
  const mine = (work = new AbortController());
  const offer = setTimeout(() => offerStop(() => mine.abort()), STOP_AFTER_MS);
  clearTrouble();
  closeNote();
  tell(`Reading ${source.title} …`);
  showProgress("unknown");
  try {
    const opened = await source.open();
    if (work !== mine) return;
    mine.signal.throwIfAborted();
    if (opened.length > 1) return shelf.unpack(source, opened.map((one, at) => fromOpened(one, at + 1, source.name)));
    const { text, options, notice } = opened[0]!;
    const began = performance.now();
    const article = await parseArticle(text, options, { signal: mine.signal });
    if (work !== mine) return;
    await show(article, source.name, notice, mine.signal);
    tell(mine.signal.aborted ? "Stopped. What was set so far is shown." : summary(article, performance.now() - began));
  } catch (error) {
    if (work !== mine) return;
    if (mine.signal.aborted) tell("Stopped.");
    else complain(`${source.title} was not read.`, reason(error));
  } finally {
    clearTimeout(offer);
    if (work === mine) {
      offerStop(null);
      showProgress(null);
    }
  }
}

/** Sets the article anew, after something was put right. */
async function showAgain(): Promise<void> {
  if (shown) await show(shown.read, shown.name, shown.notice, work.signal, { stay: true });
}

async function show(read: Article, name: string, notice: string | null, signal: AbortSignal, { stay = false } = {}): Promise<void> {
  const article = await corrections.applied(read);
  const root = byId("article");
  // So that a screen reader speaks it, and the browser breaks its lines, in its own language.
  root.lang = article.metadata.language ?? "";
  const setting = new Setting(article, root);
  const stepper = new Stepper(article, setting, marks);
  shown = { article, read, name, notice, stepper };
  byId("intake").hidden = true;
  byId("another").hidden = false;
  byId("reading").hidden = false;
  document.title = `${article.metadata.headline ?? name} – Wirecopy`;
  showLegend(article, marks);
  showNames(article, marks, (entity) => stepper.pick(entity));
  pointNowhere();
  showLedger(article, (start, end) => pointTo(setting, start, end));
  showTimeline(article, (mention) => {
    const mark = setting.mark(mention);
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
  });
  showFacts(article, notice);
  corrections.show(article);
  setting.mark(0)?.setAttribute("tabindex", "0");
  if (!stay) {
    window.scrollTo(0, 0);
    byId("desk").focus({ preventScroll: true });
  }
  await setting.fill((share) => {
    showProgress(share);
    // In steps, because a screen reader reads every change out.
    tell(`Setting the article … ${Math.floor(share * 10)}0 %`);
  }, signal);
}

function showIntake(): void {
  byId("intake").hidden = false;
  byId("paste-field").focus();
  window.scrollTo(0, 0);
}

function startKeys(): void {
  byId("article").addEventListener("focusin", (event) => {
    const mention = (event.target as HTMLElement).dataset.mention;
    if (mention !== undefined) shown?.stepper.arriveAt(Number(mention));
  });
  byId("article").addEventListener("click", (event) => {
    // A click that ends a selection of text is not meant for the mark.
    const mark = (event.target as HTMLElement).closest<HTMLElement>("mark");
    if (mark && getSelection()?.isCollapsed) mark.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (event.key === "Escape") return letGo();
    // Single letters are shortcuts only where nobody types, and only on the reading desk.
    if (target.matches("input:not([type=checkbox]), textarea, select") || !byId("desk").contains(target)) return;
    if (press(event.key, target, shown)) event.preventDefault();
  });
}

function press(key: string, target: HTMLElement, { stepper }: Shown): boolean {
  const onMark = target.dataset.mention;
  if (key === "n" || (key === "ArrowRight" && onMark)) stepper.step(1);
  else if (key === "p" || (key === "ArrowLeft" && onMark)) stepper.step(-1);
  else if (key === "/") byId("names-search").focus();
  else if (key === "Enter" && onMark) stepper.pickAt(Number(onMark));
  else return false;
  return true;
}

/** Escape closes the smallest open thing first. */
function letGo(): void {
  if (!closeNote()) shown?.stepper.letGo();
}

/** Downloads or copies the article in the format that is chosen, and says how that went. */
async function keepIt(done: string, how: (article: Article, name: string) => Promise<void>): Promise<void> {
  if (!shown) return;
  const { title } = chosenFormat();
  try {
    await how(shown.article, shown.name);
    tell(`${title}: ${done}.`);
  } catch (error) {
    complain(`${title}: not ${done}.`, reason(error));
  }
}

function summary(article: Article, ms: number): string {
  const count = (number: number, one: string, many: string) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
  const size = new Blob([article.text]).size;
  const kilobytes = size < 1000 ? `${size} bytes` : size < 1e6 ? `${(size / 1000).toFixed(1)} KB` : `${(size / 1e6).toFixed(1)} MB`;
  const time = ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
  const marked = `${count(article.mentions.length, "mark", "marks")}, ${count(article.entities.length, "name", "names")}`;
  return `Read ${kilobytes} in ${time}: ${count(article.blocks.length, "block", "blocks")}, ${marked}.`;
}

function reason(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return message.charAt(0).toUpperCase() + message.slice(1);
}
