import { FileAnswer, isWorkflow } from '../../normalise/api/definitions';
import type { GithubPart } from '../GithubPart';
import { createFolderReader, hasFolder } from './createFolderReader';

/** The workflows of the default branch. */
export const pipelineDefinitions: GithubPart = {
  name: 'pipeline-definitions',
  async ask(asking) {
    const { list, toPath } = createFolderReader(asking);
    const found =
      hasFolder(await list(''), '.github') &&
      hasFolder(await list('/.github'), '.github/workflows')
        ? await list('/.github/workflows')
        : [];
    for (const { path } of found.filter(isWorkflow)) {
      await asking.inquiry.get(toPath(path), FileAnswer);
    }
  },
};
