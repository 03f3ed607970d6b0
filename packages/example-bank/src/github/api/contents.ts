import { makeCommitSha } from '../names';
import { listFiles } from './workflows';

/** A folder or a file of the main branch, as GitHub answers; undefined if there is none. */
export function findContents(service: string, path: string): unknown {
  const files = listFiles(service);
  const text = files.get(path);
  if (text !== undefined) {
    return {
      type: 'file',
      encoding: 'base64',
      size: text.length,
      name: path.split('/').at(-1),
      path,
      sha: makeCommitSha(text),
      content: Buffer.from(text).toString('base64'),
    };
  }
  const prefix = path ? `${path}/` : '';
  const names = [...files.keys()]
    .filter(file => file.startsWith(prefix))
    .map(file => file.slice(prefix.length));
  const entries = new Map(
    names.map(name => {
      const [first = '', ...rest] = name.split('/');
      return [first, rest.length > 0 ? 'dir' : 'file'] as const;
    }),
  );
  return names.length > 0
    ? [...entries].map(([name, type]) => ({
        name,
        path: `${prefix}${name}`,
        sha: makeCommitSha(`${service} ${prefix}${name}`),
        type,
      }))
    : undefined;
}
