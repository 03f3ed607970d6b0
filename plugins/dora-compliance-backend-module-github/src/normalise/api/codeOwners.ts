import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  bytesOfGithubFile,
  describeProblem,
  findGithubOwners,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { FileAnswer, Folder, isWorkflow } from './definitions';
import type { GithubAnswers } from './GithubAnswers';

/** Lines and owners that GitHub ignores. */
export const OwnersErrors = z.looseObject({
  errors: z.array(
    z.looseObject({
      line: z.number().int(),
      column: z.number().int(),
      kind: z.string(),
    }),
  ),
});

const FILE = /^\/contents\/(?:\.github\/|docs\/)?CODEOWNERS$/;

/** Who owns each workflow, as GitHub takes it from CODEOWNERS of the default branch. */
export function readCodeOwners(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  if (!repository) {
    return [];
  }
  const { path, text, problem } = readFile(answers);
  const errors = answers.one(/^\/codeowners\/errors$/, OwnersErrors)?.errors;
  const workflows = answers
    .all(/^\/contents\/\.github\/workflows$/, Folder)
    .flat()
    .filter(isWorkflow);
  const find = (of: string) => findGithubOwners(text ?? '', of, errors);
  // Without the text nobody knows owners, which is not the same as none.
  const isKnown = text !== undefined || !answers.asked(FILE);
  return [
    answers.observation('code-owners-observed', repository, {
      ...answers.completeness(problem ? [problem] : []),
      ...(path !== undefined && { path }),
      definitions: isKnown
        ? workflows.map(workflow => ({
            path: workflow.path,
            owners: find(workflow.path),
          }))
        : [],
      ...(path !== undefined &&
        isKnown && { ownsItself: find(path).length > 0 }),
    }),
  ];
}

function readFile(answers: GithubAnswers): {
  path?: string;
  text?: string;
  problem?: string;
} {
  const file = answers.one(FILE, FileAnswer);
  if (!file) {
    return {};
  }
  const { path } = file;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { path, text: decoder.decode(bytesOfGithubFile(file)) };
  } catch (error) {
    return {
      path,
      problem: `${path} can't be read: ${describeProblem(error)}`,
    };
  }
}
