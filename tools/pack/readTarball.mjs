import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/**
 * The files of a package: a map from path, without the folder `package/`, to
 * content. Yarn writes plain ustar archives; nothing else is read.
 */
export function readTarball(file) {
  const bytes = gunzipSync(readFileSync(file));
  const files = new Map();
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const name = text(bytes, at, 100);
    if (name === '') {
      break;
    }
    const prefix = text(bytes, at + 345, 155);
    const size = parseInt(text(bytes, at + 124, 12), 8);
    const type = text(bytes, at + 156, 1);
    const begin = at + BLOCK;
    if (type === '0' || type === '') {
      const path = prefix ? `${prefix}/${name}` : name;
      files.set(
        path.replace(/^package\//, ''),
        bytes.toString('utf8', begin, begin + size),
      );
    }
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(bytes, from, length) {
  const field = bytes.toString('utf8', from, from + length);
  return field.split('\0')[0].trim();
}
