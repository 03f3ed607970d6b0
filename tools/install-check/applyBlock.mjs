import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { Problem } from '../run/Problem.mjs';

/** Changes a file of an app as a reader of a block would. */
export function applyBlock(app, block) {
  const file = path.join(app, block.target);
  if (block.action !== 'create' && !existsSync(file)) {
    throw new Problem(
      `${block.at}: a new app has no ${block.target}.`,
      'correct the document, or the version of @backstage/create-app.',
    );
  }
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, change(before, block));
}

/** The text of a file after a block was taken over. */
export function change(before, { action, place, text, at }) {
  switch (action) {
    case 'create':
      return `${text}\n`;
    case 'prepend':
      return `${text}\n${before}`;
    case 'merge':
      return merged(before, text);
    case 'replace':
      needs(before, place, at);
      return withoutStatement(before, place, text);
    case 'insert':
      if (isThere(before, text)) {
        return before;
      }
      needs(before, place, at);
      return before.replaceAll(place, () => `${text}\n${place}`);
    default:
      throw new Error(`${action} changes no file`);
  }
}

function needs(before, place, at) {
  if (!before.includes(place)) {
    throw new Problem(
      `${at}: the file has no "${place}".`,
      'correct the document, or the version of @backstage/create-app.',
    );
  }
}

/** Puts a text for the statement at the top level that holds a place. */
function withoutStatement(before, place, text) {
  const at = before.indexOf(place);
  const begin = Math.max(
    0,
    ...[...before.slice(0, at).matchAll(/^[^\s)/]/gm)].map(
      ({ index }) => index,
    ),
  );
  const end = before.indexOf(';', at) + 1;
  return `${before.slice(0, begin)}${text}${before.slice(end)}`;
}

const IMPORT = /import\(\s*'([^']+)'/g;

/** Two documents may add the same feature; a reader adds it once. */
function isThere(before, text) {
  const features = [...text.matchAll(IMPORT)].map(([, name]) => name);
  return (
    features.length > 0 && features.every(name => before.includes(`'${name}'`))
  );
}

/** Keys are added, lists are made longer, comments stay. */
function merged(before, text) {
  const document = parseDocument(before);
  const add = (place, value) => {
    const known = document.getIn(place, true);
    if (
      isPlain(value) &&
      (known === undefined || known.items || !known.value)
    ) {
      if (known !== undefined && !known.items) {
        document.setIn(place, document.createNode({}));
      }
      for (const [key, inner] of Object.entries(value)) {
        add([...place, key], inner);
      }
    } else if (Array.isArray(value) && known?.items) {
      value.forEach(item => document.addIn(place, document.createNode(item)));
    } else {
      document.setIn(place, document.createNode(value));
    }
  };
  add([], parseDocument(text).toJS());
  return document.toString();
}

const isPlain = value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
