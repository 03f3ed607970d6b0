import { OwnersErrors } from '../../normalise/api/codeOwners';
import { FileAnswer, type Folder } from '../../normalise/api/definitions';
import type { GithubPart } from '../GithubPart';
import { createFolderReader, hasFolder } from './createFolderReader';

/** Who owns the workflows of the default branch. */
export const codeOwners: GithubPart = {
  name: 'code-owners',
  async ask(asking) {
    const { inquiry, path, repository } = asking;
    const { list, toPath } = createFolderReader(asking);
    inquiry.requires('Contents: read');
    const root = await list('');
    const own = hasFolder(root, '.github') ? await list('/.github') : [];
    if (hasFolder(own, '.github/workflows')) {
      await list('/.github/workflows');
    }
    // GitHub takes the first that it finds, in this order.
    const file =
      findFile(own, '.github/CODEOWNERS') ??
      findFile(root, 'CODEOWNERS') ??
      findFile(
        hasFolder(root, 'docs') ? await list('/docs') : [],
        'docs/CODEOWNERS',
      );
    if (file) {
      await inquiry.get(toPath(file.path), FileAnswer);
      const ref = encodeURIComponent(repository.default_branch);
      await inquiry.get(`${path}/codeowners/errors?ref=${ref}`, OwnersErrors);
    }
  },
};

function findFile(entries: Folder, path: string) {
  return entries.find(entry => entry.path === path && entry.type !== 'dir');
}
