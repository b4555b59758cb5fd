import bank from "./samples/bank.txt?raw";
import dam from "./samples/dam.txt?raw";
import ferry from "./samples/ferry.txt?raw";

/** An article of our own writing to try the page with. */
export interface Sample {
  name: string;
  about: string;
  text: string;
}

export const samples: Sample[] = [
  { name: "The dam", about: "A machine-translated agency report: a denial, a repeated headline, an editor's note inside a quotation.", text: dam },
  { name: "The ferry", about: "An agency report: dateline, subheading, teaser, correction, credit line.", text: ferry },
  { name: "The bank", about: "A market report, second update: bullets, byline, sums of money.", text: bank },
];
