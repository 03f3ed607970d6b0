import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Folders that still have phrases of the rule `words`, and how many. They are
 * rewritten one by one: the numbers shrink, and a folder that is not listed has
 * none.
 */
export function readBaseline(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Keeps lower numbers; a number never grows by itself. */
export function writeBaseline(file, baseline, found) {
  const lower = Object.entries(baseline)
    .map(([folder, allowed]) => [
      folder,
      Math.min(allowed, inFolder(found, folder).length),
    ])
    .filter(([, count]) => count > 0);
  writeFileSync(
    file,
    `${JSON.stringify(Object.fromEntries(lower), undefined, 2)}\n`,
  );
}

/** What no folder allows: all of a folder that has more than its number. */
export function beyondBaseline(found, baseline) {
  const excess = Object.entries(baseline).filter(
    ([folder, allowed]) => inFolder(found, folder).length > allowed,
  );
  const allowing = Object.keys(baseline).filter(
    folder => !excess.some(([other]) => other === folder),
  );
  return found
    .filter(({ file }) => !allowing.some(folder => isIn(file, folder)))
    .map(item => {
      const folder = excess.find(([name]) => isIn(item.file, name));
      return folder
        ? {
            ...item,
            message: `${item.message} (${folder[0]} may have ${folder[1]} of these)`,
          }
        : item;
    });
}

function inFolder(found, folder) {
  return found.filter(({ file }) => isIn(file, folder));
}

function isIn(file, folder) {
  return file === folder || file.startsWith(`${folder}/`);
}
