import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  gitlabCiFile,
  parseGitlabCi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { PartReader } from './GitlabAnswers';
import { readCiConfig } from './readCiConfig';

const Include = z.looseObject({
  type: z.string(),
  location: z.string().nullish(),
  extra: z
    .looseObject({ project: z.string().nullish(), ref: z.string().nullish() })
    .nullish(),
});

type Include = z.output<typeof Include>;

/** The configuration GitLab puts together, with what it includes. */
export const CiLint = z.looseObject({
  valid: z.boolean(),
  merged_yaml: z.string().nullish(),
  errors: z.array(z.string()),
  includes: z.array(Include).nullish(),
});

/** The file as it lies on the default branch. */
export const CiFile = z.looseObject({ blob_id: z.string().min(1) });

type Use = NonNullable<
  Predicate<'pipeline-definition-observed'>['uses']
>[number];

/** The pipeline of a project: all jobs, with those of its includes. */
export const readDefinition: PartReader = answers => {
  const project = answers.project;
  const lint = answers.one(/^\/ci\/lint$/, CiLint);
  const file = answers.one(/^\/repository\/files\/[^/]+$/, CiFile);
  if (!project || !lint?.valid || !lint.merged_yaml) {
    return [];
  }
  const config = readCiConfig(parseGitlabCi(lint.merged_yaml));
  return [
    answers.setting('pipeline-definition-observed', {
      pipeline: {
        name: project.path_with_namespace,
        path: gitlabCiFile(project.ci_config_path).path,
      },
      ...(project.default_branch && { ref: project.default_branch }),
      ...(file && { revision: file.blob_id }),
      triggers: config.conditions,
      uses: [
        ...(lint.includes ?? []).flatMap(useOfInclude),
        ...config.images.map(useOfImage),
      ],
      runners: config.tags,
      environments: config.environments,
    }),
  ];
};

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;

/** Files of the project itself are no third party's. */
function useOfInclude({ type, location, extra }: Include): Use[] {
  const name = location ?? type;
  switch (type) {
    case 'local':
      return [];
    case 'component': {
      const [component = name, version] = name.split('@');
      return [use(component, version, COMMIT)];
    }
    case 'file':
      return [
        use(
          [extra?.project ?? '', name.replace(/^\//, '')].join('/'),
          extra?.ref ?? undefined,
          COMMIT,
        ),
      ];
    default:
      // What lies on the web or comes with GitLab can change at any time.
      return [{ name, pinned: false }];
  }
}

/** A tag can be moved to another image, a digest can't. */
function useOfImage(image: string): Use {
  const [name = image, digest] = image.split('@');
  if (digest) {
    return use(name, digest, /^sha256:[0-9a-f]{64}$/i);
  }
  // A colon before the last slash belongs to the port of the registry.
  const [, plain = image, version] = /^(.+):([^:/]+)$/.exec(image) ?? [];
  return { name: plain, ...(version && { version }), pinned: false };
}

function use(name: string, version: string | undefined, fixed: RegExp): Use {
  return {
    name,
    ...(version && { version }),
    pinned: version !== undefined && fixed.test(version),
  };
}
