import { byId, element } from "./element";

const line = byId("status");
const progress = byId<HTMLProgressElement>("progress");
const stop = byId("stop");
const trouble = byId("trouble");

/** Says what the page is doing. Screen readers hear it. */
export function tell(message: string): void {
  if (line.textContent !== message) line.textContent = message;
}

/** Shows how far the work is: a share of 1, "unknown", or null when it is over. */
export function showProgress(share: number | "unknown" | null): void {
  progress.hidden = share === null;
  if (typeof share === "number") progress.value = share;
  else progress.removeAttribute("value");
}

/** Offers to stop the work, or takes the offer back. */
export function offerStop(onStop: (() => void) | null): void {
  stop.hidden = onStop === null;
  stop.onclick = onStop;
}

/** Says what went wrong and why. */
export function complain(what: string, why: string): void {
  tell("");
  trouble.replaceChildren(element("p", {}, element("strong", {}, what), ` ${why}`));
}

/** Takes the last complaint back. */
export function clearTrouble(): void {
  trouble.replaceChildren();
}
