import {
  describeProblem,
  findGitlabOwners,
  gitlabCiFile,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { CiLint } from './definition';
import type { GitlabAnswers, PartReader } from './GitlabAnswers';
import type { ProjectSettings } from './ProjectSettings';

/** GitLab takes the first that exists. */
export const OWNERS_PATHS = [
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
];

/** An entry of a folder. */
export const TreeEntry = z.looseObject({
  path: z.string().min(1),
  type: z.string(),
});

export const OwnersFile = z.looseObject({
  file_path: z.string().min(1),
  encoding: z.literal('base64'),
  content: z.string(),
});

const FILE = /^\/repository\/files\/[^/]*CODEOWNERS$/;

/**
 * Who owns the pipeline definition and the files of the project that it includes. An
 * installation without paid features requires nobody's approval.
 */
export const readCodeOwners: PartReader = answers => {
  const { project } = answers;
  if (!project) {
    return [];
  }
  const { path, text, problem } = readFile(answers);
  const isKnown = text !== undefined || !answers.asked(FILE);
  const find = (file: string) => findGitlabOwners(text ?? '', file);
  return [
    answers.setting(
      'code-owners-observed',
      {
        ...(path !== undefined && { path }),
        definitions: isKnown
          ? listDefinitions(project, answers).map(file => ({
              path: file,
              owners: find(file),
            }))
          : [],
        ...(path !== undefined &&
          isKnown && { ownsItself: find(path).length > 0 }),
      },
      problem ? [problem] : [],
    ),
  ];
};

/** The file of the pipeline and its local includes, if they are in the project. */
function listDefinitions(
  project: ProjectSettings,
  answers: GitlabAnswers,
): string[] {
  const lint = answers.one(/^\/ci\/lint$/, CiLint);
  const { path, isOwn } = gitlabCiFile(project.ci_config_path);
  const included = (lint?.includes ?? []).flatMap(({ type, location }) =>
    type === 'local' && location ? [location] : [],
  );
  const files = lint ? [...(isOwn ? [path] : []), ...included] : [];
  return [...new Set(files.map(file => file.replace(/^\//, '')))];
}

function readFile(answers: GitlabAnswers): {
  path?: string;
  text?: string;
  problem?: string;
} {
  const file = answers.one(FILE, OwnersFile);
  if (!file) {
    return {};
  }
  const { file_path: path, content } = file;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { path, text: decoder.decode(Buffer.from(content, 'base64')) };
  } catch (error) {
    return {
      path,
      problem: `${path} can't be read: ${describeProblem(error)}`,
    };
  }
}
