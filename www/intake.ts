import { byId, element } from "./element";
import { samples } from "./samples";
import { fromFile, fromText, type Source } from "./source";

type Take = (sources: Source[]) => void;

// While something is dragged over the page, dragover comes at least every 350 ms. Counting
// dragenter and dragleave would go wrong where an element disappears under the pointer.
const DRAG_PAUSE_MS = 700;

/** Listens to every way in which an article reaches the page. */
export function startIntake(take: Take): void {
  listenToDrops(take);
  listenToPastes(take);
  listenToFields(take);
  byId("samples").append(...samples.map((sample) => sampleItem(sample, take)));
}

function listenToDrops(take: Take): void {
  const curtain = byId("drop");
  let timer = 0;
  const show = () => {
    curtain.hidden = false;
    clearTimeout(timer);
    timer = window.setTimeout(hide, DRAG_PAUSE_MS);
  };
  const hide = () => {
    clearTimeout(timer);
    curtain.hidden = true;
  };
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    show();
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    hide();
    take(sourcesIn(event.dataTransfer, "Dropped text"));
  });
}

function listenToPastes(take: Take): void {
  document.addEventListener("paste", (event) => {
    const intoField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (intoField && !event.clipboardData?.files.length) return;
    event.preventDefault();
    take(sourcesIn(event.clipboardData, "Pasted text"));
  });
}

function listenToFields(take: Take): void {
  const field = byId<HTMLTextAreaElement>("paste-field");
  const file = byId<HTMLInputElement>("file");
  const read = () => take([fromText("Pasted text", field.value)]);
  byId("paste-form").addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) read();
  });
  byId("choose").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = [...(file.files ?? [])].map(fromFile);
    // Emptied, so that choosing the same file again is a change.
    file.value = "";
    if (chosen.length) take(chosen);
  });
}

/** Files come before text: a dragged file often carries its name as text. */
function sourcesIn(data: DataTransfer | null, name: string): Source[] {
  if (data?.files.length) return [...data.files].map(fromFile);
  return [fromText(name, data?.getData("text/plain") ?? "")];
}

function sampleItem(sample: (typeof samples)[number], take: Take): HTMLElement {
  const button = element(
    "button",
    { type: "button" },
    element("span", { class: "sample-name" }, sample.name),
    element("span", { class: "sample-about" }, sample.about),
  );
  button.addEventListener("click", () => take([fromText(sample.name, sample.text)]));
  return element("li", {}, button);
}
