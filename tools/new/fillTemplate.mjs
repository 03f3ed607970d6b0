import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../arch/sources.mjs';
import { Problem } from '../run/Problem.mjs';
import { formatted } from './formatted.mjs';

/**
 * Writes the files of `templates/<name>` to a folder that must not exist, with
 * `values` for `{{key}}` in the texts and `__key__` in the names. Returns the
 * files, relative to `root`.
 */
export function fillTemplate(root, name, folder, values) {
  if (existsSync(path.join(root, folder))) {
    throw new Problem(`${folder} exists already.`, 'choose another id.');
  }
  const source = `templates/${name}`;
  return listFiles(root, source).map(template => {
    const file = `${folder}/${fill(
      template.slice(source.length + 1).replace(/\.hbs$/, ''),
      /__([a-z]+)__/g,
      values,
    )}`;
    const text = readFileSync(path.join(root, template), 'utf8');
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(
      path.join(root, file),
      formatted(file, fill(text, /\{\{([a-z]+)\}\}/g, values)),
    );
    return file;
  });
}

function fill(text, pattern, values) {
  return text.replace(pattern, (match, key) => {
    if (!(key in values)) {
      throw new Error(`${match}: the template has no such value`);
    }
    return values[key];
  });
}
