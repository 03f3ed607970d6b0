import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listDocuments } from '../sources.mjs';
import { tables } from './tables.mjs';

const SECTIONS = [
  'Context',
  'Decision',
  'Consequences',
  'Alternatives',
  'Enforced by',
];

/**
 * Every package has a README, every control a test, and every ADR its parts.
 * Every table is whole, and every test that a document names exists.
 */
export function documents(root) {
  return [
    ...readmes(root),
    ...controlTests(root),
    ...decisions(root),
    ...tables(root, listDocuments(root)),
    ...namedTests(root),
  ];
}

function namedTests(root) {
  return listDocuments(root).flatMap(file =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        [
          ...text.matchAll(
            /`((?:plugins|packages|tools|e2e)\/[^`]+\.(?:test|spec|contract)\.m?tsx?)`/g,
          ),
        ]
          .map(([, place]) => place)
          .filter(place => !existsSync(path.join(root, place)))
          .map(place => ({
            file,
            line: index + 1,
            message: `${place} does not exist`,
          })),
      ),
  );
}

function readmes(root) {
  return ['plugins', 'packages'].flatMap(folder =>
    readdirSync(path.join(root, folder))
      .filter(name => existsSync(path.join(root, folder, name, 'package.json')))
      .map(name => `${folder}/${name}/README.md`)
      .filter(file => !existsSync(path.join(root, file)))
      .map(file => ({ file, line: 1, message: 'the package has no README' })),
  );
}

function controlTests(root) {
  const folder = 'plugins/dora-compliance-backend-module-controls/controls';
  if (!existsSync(path.join(root, folder))) {
    return [];
  }
  return readdirSync(path.join(root, folder)).flatMap(id =>
    ['control.yaml', 'control.test.yaml']
      .map(name => `${folder}/${id}/${name}`)
      .filter(file => !existsSync(path.join(root, file)))
      .map(file => ({ file, line: 1, message: 'the control lacks this file' })),
  );
}

function decisions(root) {
  const folder = 'docs/adr';
  const files = existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder))
        .filter(name => /^\d{4}-/.test(name))
        .sort()
    : [];
  return files.flatMap((name, index) => {
    const file = `${folder}/${name}`;
    const text = readFileSync(path.join(root, file), 'utf8');
    const enforcers = /## Enforced by\s+([\s\S]*)$/.exec(text)?.[1] ?? '';
    return [
      ...(Number(name.slice(0, 4)) === index + 1
        ? []
        : ['the numbers have a gap']),
      ...SECTIONS.filter(section => !text.includes(`## ${section}`)).map(
        section => `the section "${section}" is missing`,
      ),
      ...[...enforcers.matchAll(/`([^`]+\/[^`]+)`/g)]
        .map(([, place]) => place)
        .filter(place => !existsSync(path.join(root, place)))
        .map(place => `${place} does not exist`),
    ].map(message => ({ file, line: 1, message }));
  });
}
