import {
  FileAnswer,
  Folder,
  isWorkflow,
} from '../../normalise/api/definitions';
import type { GithubPart } from '../GithubPart';
import { githubDefaults } from '../../githubDefaults';

/** What GitHub says of a repository without a commit. */
const EMPTY = /^404 This repository is empty/;
/**
 * The workflows of the default branch. Folders are walked from the root: that
 * one is missing is reported by the folder above, not by a 404, which may also
 * be a lack of rights.
 */
export const pipelineDefinitions: GithubPart = {
  name: 'pipeline-definitions',
  async ask({ inquiry, path, repository }) {
    const ref = encodeURIComponent(repository.default_branch);
    const list = async (folder: string) => {
      const at = `${path}/contents${folder}`;
      const entries = await inquiry.get(`${at}?ref=${ref}`, Folder, EMPTY);
      if (entries && entries.length >= githubDefaults.maxEntriesListed) {
        inquiry.lacks(
          `GitHub lists no more than ${githubDefaults.maxEntriesListed} entries at GET ${at}`,
        );
      }
      return entries ?? [];
    };
    const has = (entries: Folder, folder: string) =>
      entries.some(({ path: at, type }) => at === folder && type === 'dir');
    const found =
      has(await list(''), '.github') &&
      has(await list('/.github'), '.github/workflows')
        ? await list('/.github/workflows')
        : [];
    for (const { path: file } of found.filter(isWorkflow)) {
      const name = file.split('/').map(encodeURIComponent).join('/');
      await inquiry.get(`${path}/contents/${name}?ref=${ref}`, FileAnswer);
    }
  },
};
