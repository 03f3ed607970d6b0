import { Problem } from '../run/Problem.mjs';

const ADD = /^yarn --cwd (\S+) add (.+)$/;

/**
 * The packages that blocks of `yarn --cwd <workspace> add <packages>` add to
 * each workspace, so that Yarn runs once for all: a map from workspace to
 * names. Ours get a range, as the guide says of packages that are not on npm.
 */
export function addCommands(blocks, range) {
  const added = new Map();
  for (const { text, at } of blocks) {
    for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
      const [, workspace, names] = ADD.exec(line.trim()) ?? [];
      if (!workspace) {
        throw new Problem(
          `${at}: "${line.trim()}" is not of the form "yarn --cwd <workspace> add <packages>".`,
          'write it in this form, or teach addCommands.mjs another one.',
        );
      }
      const known = added.get(workspace) ?? new Set();
      names
        .split(/\s+/)
        .filter(Boolean)
        .map(name => (isOurs(name) ? `${name}@${range}` : name))
        .forEach(name => known.add(name));
      added.set(workspace, known);
    }
  }
  return added;
}

const isOurs = name => name.startsWith('@ict-assurance/');
