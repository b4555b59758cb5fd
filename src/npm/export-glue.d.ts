// The same for the second module.

import type { Article } from "./article.js";
import type { Glue } from "./instance.js";

export interface ExportingGlue extends Glue {
  exportArticle(article: unknown, format: unknown, options: unknown): string;
  applyCorrections(article: unknown, corrections: unknown): Article;
}

export function createGlue(): ExportingGlue;
