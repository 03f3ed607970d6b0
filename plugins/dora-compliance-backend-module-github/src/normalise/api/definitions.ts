import {
  pipelineUrn,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  bytesOfGithubFile,
  GithubFile,
  parseGithubWorkflow,
  describeProblem,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { GithubAnswers, RepositoryAnswer } from './GithubAnswers';
import { readWorkflow, type Workflow } from './workflow';

/** The entries of a folder. */
export const Folder = z.array(
  z.looseObject({ name: z.string(), path: z.string(), type: z.string() }),
);

export type Folder = z.output<typeof Folder>;

/** A file with its content; GitHub leaves it out of large ones. */
export const FileAnswer = GithubFile.extend({
  type: z.literal('file'),
  path: z.string().min(1),
  sha: z.string().min(1),
  encoding: z.literal('base64', { error: 'does not hold the content' }),
});

type FileAnswer = z.output<typeof FileAnswer>;

/** Whether a path is that of a workflow. */
export function isWorkflow({ path, type }: Folder[number]): boolean {
  return type === 'file' && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/** Each workflow of the default branch, one that can't be read among them. */
export function readDefinitions(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  return repository
    ? answers
        .all(/^\/contents\/\.github\/workflows\/[^/]+$/, FileAnswer)
        .map(file => observed(file, repository, answers))
    : [];
}

function observed(
  file: FileAnswer,
  repository: RepositoryAnswer,
  answers: GithubAnswers,
): Statement {
  const { workflow, problem } = parseContent(file);
  const [, host = '', project = ''] =
    /^https?:\/\/([^/]+)\/(.*[^/])\/*$/.exec(repository.html_url) ?? [];
  return answers.observation(
    'pipeline-definition-observed',
    repository,
    {
      // Each file is whole by itself, whatever became of the others.
      complete: problem === undefined,
      ...(problem && { problem }),
      pipeline: { name: workflow.name ?? file.path, path: file.path },
      ref: repository.default_branch,
      revision: file.sha,
      triggers: workflow.triggers,
      ...(workflow.permissions && { permissions: workflow.permissions }),
      uses: workflow.uses,
      runners: workflow.runners,
      environments: workflow.environments,
    },
    [
      {
        kind: 'pipeline',
        uri: pipelineUrn({ host, project, definition: file.path }),
      },
    ],
  );
}

const UNREADABLE: Workflow = {
  triggers: [],
  uses: [],
  runners: [],
  environments: [],
};

function parseContent(file: FileAnswer): {
  workflow: Workflow;
  problem?: string;
} {
  try {
    const bytes = bytesOfGithubFile(file);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { workflow: readWorkflow(parseGithubWorkflow(text)) };
  } catch (error) {
    const problem = `${file.path} can't be read: ${describeProblem(error)}`;
    return { workflow: UNREADABLE, problem };
  }
}
