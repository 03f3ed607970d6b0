import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../run/paths.mjs';
import { groupSurvivors } from './groupSurvivors.mjs';
import { RESULTS } from './paths.mjs';
import { computeScore, readEngineResults } from './readResults.mjs';

const PAGE = path.join(ROOT, 'docs/reference/mutation.md');
const LEAST = 85;

/**
 * Writes the last results to `docs/reference/mutation.md`. Returns whether the
 * engine as a whole and each control reach the score.
 */
export function writeReport() {
  const engine = readEngineResults(RESULTS);
  const controls = readControls();
  const reasons = parse(
    readFileSync(new URL('./survivors.yaml', import.meta.url), 'utf8'),
  );
  const survivors = engine.flatMap(one => one.survivors);
  const grouped = groupSurvivors(survivors, reasons);
  const noticed = sum(engine, one => one.noticed);
  const score = computeScore(noticed, survivors.length);
  const text = readFileSync(PAGE, 'utf8');
  const [head] = text.split('<!-- results -->');
  writeFileSync(
    PAGE,
    `${head}<!-- results -->\n\n${[
      writeFigures(engine),
      writeControls(controls),
      writeSurvivors(grouped, reasons),
    ].join('\n')}`,
  );
  grouped.unused.forEach(({ file, text: line }) =>
    console.log(`survivors.yaml: no mutant of "${line}" in ${file} survives`),
  );
  console.log(`engine: ${score.toFixed(1)} % of the mutants noticed`);
  return (
    score >= LEAST &&
    controls.every(one => one.noticed >= (LEAST / 100) * one.total)
  );
}

function readControls() {
  const file = path.join(RESULTS, 'controls.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

function writeFigures(engine) {
  const total = {
    folder: '**all**',
    noticed: sum(engine, one => one.noticed),
    ignored: sum(engine, one => one.ignored),
    survivors: engine.flatMap(one => one.survivors),
    date: '',
  };
  const rows = [...engine, total].map(
    ({ folder, noticed, survivors, ignored, date }) =>
      `| ${folder} | ${noticed + survivors.length} | ${noticed} | ${
        survivors.length
      } | ${ignored} | ${computeScore(noticed, survivors.length).toFixed(
        1,
      )} % | ${date} |`,
  );
  return `## Engine

| folder | mutants | noticed | survived | left out | score | measured |
| --- | --: | --: | --: | --: | --: | --- |
${rows.join('\n')}
`;
}

function writeControls(controls) {
  const rows = controls.map(
    ({ id, noticed, total }) =>
      `| ${id} | ${total} | ${noticed} | ${computeScore(
        noticed,
        total - noticed,
      ).toFixed(1)} % |`,
  );
  return `## Controls

| control | mutants | noticed | score |
| --- | --: | --: | --: |
${rows.join('\n')}
`;
}

function writeSurvivors({ groups, unexplained }, reasons) {
  const sections = [...groups]
    .filter(([, survivors]) => survivors.length > 0)
    .map(([id, survivors]) => writeGroup(reasons[id].why, survivors));
  const rest =
    unexplained.length > 0
      ? [writeGroup('Not examined yet.', unexplained)]
      : [];
  return `## Surviving mutants of the engine\n\n${[...sections, ...rest].join(
    '\n',
  )}`;
}

function writeGroup(why, survivors) {
  const rows = survivors.map(
    ({ file, line, text, replacement }) =>
      `| ${file}:${line} | ${quote(text)} | ${quote(replacement)} |`,
  );
  return `### ${survivors.length}: ${why.trim()}

| place | code | mutant |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function quote(code) {
  const short = code.length > 70 ? `${code.slice(0, 67)}...` : code;
  return `\`${short.replaceAll('|', '\\|').replaceAll('`', "'") || ' '}\``;
}

function sum(items, read) {
  return items.reduce((total, item) => total + read(item), 0);
}
