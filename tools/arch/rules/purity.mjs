import { isTest, lineAt } from '../sources.mjs';

const PURE = /^plugins\/dora-compliance-(common|engine)\/src\//;
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\bDateTime\.(now|utc|local)\b|\bset(Timeout|Interval)\b|\bprocess\.|from '(node:|fs|path)/g;

/** No clock, no randomness and no I/O in the pure packages. */
export function purity(sources) {
  return sources
    .filter(({ file }) => PURE.test(file) && !isTest(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(IMPURE)].map(match => ({
        file,
        line: lineAt(text, match.index),
        message: `${match[0]} in a pure package; let the caller pass it`,
      })),
    );
}
