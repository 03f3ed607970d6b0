import {
  gitlabCiFile,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Member } from '../normalise/api/access';
import { ApprovalRule, ApprovalSettings } from '../normalise/api/approvalRules';
import { ProtectedBranch, PushRule } from '../normalise/api/branchProtection';
import { CiFile, CiLint } from '../normalise/api/definition';
import {
  Environment,
  ProtectedEnvironment,
} from '../normalise/api/environments';
import type { ProjectSettings } from '../normalise/api/ProjectSettings';
import { WholeRunner } from '../normalise/api/runners';
import { Job } from '../normalise/api/securityScans';

import { readCodeOwnersFile } from './codeOwnersPart';
import { readCredentialNames, readSecretNames } from './credentialParts';
import type { GitlabProjectApi } from './GitlabProjectApi';

/** How a part that needs to know the project is read. */
type SettingsPart = (
  project: GitlabProjectApi,
  settings: ProjectSettings,
  options: { paidFeatures: boolean },
) => Promise<PartReading>;

/**
 * The settings of a project, part by part. Paid features are asked for where
 * there are any: a refusal is a problem, and never "off".
 */
export const settingsParts: Readonly<Record<string, SettingsPart>> = {
  'branch-protection': async (project, _, { paidFeatures }) =>
    together(
      await project.all('/protected_branches', ProtectedBranch),
      ...(paidFeatures
        ? [
            await project.all('/approval_rules', ApprovalRule),
            await project.one('/approvals', ApprovalSettings),
            await project.one('/push_rule', PushRule),
          ]
        : []),
    ),

  environments: async (project, _, { paidFeatures }) =>
    together(
      await project.all('/environments?states=available', Environment),
      ...(paidFeatures
        ? [await project.all('/protected_environments', ProtectedEnvironment)]
        : []),
    ),

  access: project => project.all('/members/all', Member),

  'pipeline-definition': readDefinition,

  'code-owners': readCodeOwnersFile,

  secrets: readSecretNames,

  credentials: readCredentialNames,

  // All of it is among the settings of the project.
  'pipeline-settings': async (_, settings) =>
    settings.ci_push_repository_for_job_token_allowed === undefined
      ? hidden('ci_push_repository_for_job_token_allowed', '17.2')
      : together(),

  runners: readRunners,

  'log-retention': async (_, settings) =>
    settings.ci_delete_pipelines_in_seconds === undefined
      ? hidden('ci_delete_pipelines_in_seconds', '17.9')
      : together(),

  'security-scans': readScans,
};

/** GitLab leaves out what its version does not have, or the token may not see. */
function hidden(field: string, version: string): PartReading {
  return {
    answers: [],
    complete: false,
    problem: `GitLab does not tell ${field}: it takes version ${version} and a token with the role Maintainer`,
  };
}

/** A project whose pipelines are switched off, or that is empty, has none. */
async function readDefinition(
  project: GitlabProjectApi,
  settings: ProjectSettings,
): Promise<PartReading> {
  const { default_branch: branch, builds_access_level: builds } = settings;
  if (!branch || builds === 'disabled') {
    return together();
  }
  const ref = encodeURIComponent(branch);
  const { path: configured, isOwn } = gitlabCiFile(settings.ci_config_path);
  const path = configured.replace(/^\//, '');
  const lint = await project.one(`/ci/lint?content_ref=${ref}`, CiLint);
  const invalid =
    lint.value && !(lint.value.valid && lint.value.merged_yaml)
      ? [invalidDefinition(path, lint.value.errors)]
      : [];
  const file = isOwn
    ? [
        await project.one(
          `/repository/files/${encodeURIComponent(path)}?ref=${ref}`,
          CiFile,
        ),
      ]
    : [];
  return together(lint, ...invalid, ...file);
}

function invalidDefinition(path: string, errors: string[]): PartReading {
  const why = errors.join(', ') || 'no reason given';
  return {
    answers: [],
    complete: false,
    problem: `GitLab holds ${path} to be invalid (${why})`,
  };
}

const Numbered = z.looseObject({ id: z.number().int() });

/** Tags and system of a runner are reported when it is asked for alone. */
async function readRunners(project: GitlabProjectApi): Promise<PartReading> {
  const list = await project.all('/runners', Numbered);
  const readings: PartReading[] = [list];
  for (const { id } of list.items) {
    readings.push(await project.api.one(`/runners/${id}`, WholeRunner));
  }
  return together(...readings);
}

/** The jobs of the last pipeline that ended on the default branch. */
async function readScans(
  project: GitlabProjectApi,
  settings: ProjectSettings,
): Promise<PartReading> {
  const ref = encodeURIComponent(settings.default_branch ?? 'HEAD');
  const last = await project.one(
    `/pipelines?scope=finished&ref=${ref}&order_by=id&sort=desc&per_page=1`,
    z.array(Numbered),
  );
  const [pipeline] = last.value ?? [];
  return together(
    last,
    ...(pipeline
      ? [await project.all(`/pipelines/${pipeline.id}/jobs`, Job)]
      : []),
  );
}
