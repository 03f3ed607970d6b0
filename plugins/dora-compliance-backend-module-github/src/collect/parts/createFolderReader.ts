import { Folder } from '../../normalise/api/definitions';
import { githubDefaults } from '../../githubDefaults';
import type { PartContext } from '../GithubPart';

/** What GitHub says of a repository without a commit. */
const EMPTY = /^404 This repository is empty/;

/** A folder of the default branch. */
type FolderReader = {
  list(folder: string): Promise<Folder>;
  /** Where the content of a file is. */
  toPath(file: string): string;
};

/**
 * Reads folders of the default branch. They are walked from the root: that one is
 * missing is reported by the folder above, not by a 404, which may also be a lack of
 * rights.
 */
export function createFolderReader({
  inquiry,
  path,
  repository,
}: PartContext): FolderReader {
  const ref = encodeURIComponent(repository.default_branch);
  return {
    async list(folder) {
      const at = `${path}/contents${folder}`;
      const entries = await inquiry.get(`${at}?ref=${ref}`, Folder, EMPTY);
      if (entries && entries.length >= githubDefaults.maxEntriesListed) {
        inquiry.lacks(
          `GitHub lists no more than ${githubDefaults.maxEntriesListed} entries at GET ${at}`,
        );
      }
      return entries ?? [];
    },
    toPath(file) {
      const name = file.split('/').map(encodeURIComponent).join('/');
      return `${path}/contents/${name}?ref=${ref}`;
    },
  };
}

/** Whether a folder contains another. */
export function hasFolder(entries: Folder, folder: string): boolean {
  return entries.some(({ path, type }) => path === folder && type === 'dir');
}
