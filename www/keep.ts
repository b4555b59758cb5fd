// What the reader chose, kept in the browser where it allows that.

/** The kept choice, or null: none was made, or the browser keeps nothing. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`wirecopy.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. A browser that keeps nothing loses nothing but that. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`wirecopy.${name}`, value);
  } catch {
    // The choice holds until the page is closed.
  }
}
