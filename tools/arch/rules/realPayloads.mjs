import { listImports, lineAt } from '../sources.mjs';

const CORPORA = /^@ict-assurance\/corpora$|\.corpora$/;
const MAY = /^packages\/corpora\/|\.corpora(\.test)?\.ts$/;
const FOLDER = /DORA_SHARED|shared\/corpora|\.\.\/shared\b/g;

/**
 * Only files named `*.corpora.ts` and `*.corpora.test.ts` read the real
 * payloads beside the checkout; all others need nothing but the checkout.
 */
export function realPayloads(sources) {
  return sources
    .filter(({ file }) => !MAY.test(file))
    .flatMap(({ file, text }) => [
      ...listImports(text)
        .filter(({ name }) => CORPORA.test(name))
        .map(({ line }) => ({ file, line })),
      ...[...text.matchAll(FOLDER)].map(({ index }) => ({
        file,
        line: lineAt(text, index),
      })),
    ])
    .map(place => ({
      ...place,
      message: 'only *.corpora.ts and *.corpora.test.ts read real payloads',
    }));
}
