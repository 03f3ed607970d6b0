import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts } from './rules/contracts.mjs';
import { configuration } from './rules/configuration.mjs';
import { dependencies } from './rules/dependencies.mjs';
import { documents } from './rules/documents.mjs';
import { names } from './rules/names.mjs';
import { purity } from './rules/purity.mjs';
import { realPayloads } from './rules/realPayloads.mjs';
import { regularExpressions } from './rules/regularExpressions.mjs';
import { size } from './rules/size.mjs';
import { unused } from './rules/unused.mjs';
import { way } from './rules/way.mjs';
import { words } from './rules/words.mjs';
import {
  listDocuments,
  listFiles,
  readSources,
  readToolSources,
} from './sources.mjs';
import { readVerdicts, writeVerdicts } from './verdicts.mjs';
import {
  beyondBaseline,
  readBaseline,
  writeBaseline,
} from './wordBaseline.mjs';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
const sources = readSources(root);
const { version } = JSON.parse(
  readFileSync(path.join(root, 'node_modules/recheck/package.json'), 'utf8'),
);
const verdictsFile = path.join(root, 'tools/arch/linearExpressions.json');
const verdicts = readVerdicts(verdictsFile, version);
const used = new Set();
const baselineFile = path.join(root, 'tools/arch/wordBaseline.json');
const baseline = readBaseline(baselineFile);
const phrases = words([...sources, ...readToolSources(root), ...readTexts()]);
const rules = {
  configuration,
  contracts,
  names,
  purity,
  realPayloads,
  regularExpressions: all => regularExpressions(all, verdicts, used),
  size,
};

const found = [
  ...Object.entries(rules).flatMap(([rule, check]) =>
    check(sources).map(item => ({ rule, ...item })),
  ),
  ...documents(root).map(item => ({ rule: 'documents', ...item })),
  ...way(root).map(item => ({ rule: 'way', ...item })),
  ...beyondBaseline(phrases, baseline).map(item => ({
    rule: 'words',
    ...item,
  })),
  ...(await dependencies(root)).map(item => ({
    rule: 'dependencies',
    ...item,
  })),
  ...(await unused(root)).map(item => ({ rule: 'unused', ...item })),
];
if (!process.env.CI) {
  writeVerdicts(verdictsFile, version, verdicts, used);
  writeBaseline(baselineFile, baseline, phrases);
}
for (const { file, line, rule, message } of found) {
  console.error(`${file}:${line} ${rule}: ${message}`);
}
console.log(
  `${Object.keys(rules).length + 5} architecture rules, ${
    sources.length
  } sources, ${found.length} violations`,
);
process.exitCode = found.length > 0 ? 1 : 0;

/** Documents and descriptions of the configuration, which users read. */
function readTexts() {
  const generated = /^docs\/reference\/(corpora|errors)\.md$/;
  const declarations = listFiles(root, 'plugins').filter(file =>
    file.endsWith('/config.d.ts'),
  );
  return [...listDocuments(root), ...declarations]
    .filter(file => !generated.test(file))
    .map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}
