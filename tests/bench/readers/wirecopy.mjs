import { parseArticle } from "wirecopy";

/** The whole pipeline: the article as plain objects. */
export const read = (text) => parseArticle(text);
