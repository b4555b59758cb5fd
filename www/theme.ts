import { byId } from "./element";
import { keep, kept } from "./keep";

/** Light or dark: the system's choice until the reader makes one. */
export function startTheme(): void {
  const button = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = kept("theme");

  const show = () => {
    const dark = chosen ? chosen === "dark" : system.matches;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.textContent = dark ? "Light" : "Dark";
    button.setAttribute("aria-label", dark ? "Switch to the light page" : "Switch to the dark page");
  };
  button.addEventListener("click", () => {
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    keep("theme", chosen);
    show();
  });
  system.addEventListener("change", show);
  show();
}
