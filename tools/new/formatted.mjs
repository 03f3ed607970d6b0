import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const options = require('@backstage/cli/config/prettier');

/** A text as Prettier writes it; texts it does not know stay as they are. */
export function formatted(file, text) {
  const { inferredParser } = prettier.getFileInfo.sync(file);
  return inferredParser
    ? prettier.format(text, { ...options, filepath: file })
    : text;
}
