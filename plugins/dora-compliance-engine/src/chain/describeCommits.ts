import {
  type Evidence,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { listIds } from '../judgement/listIds';
import type { KnownDeployment } from '../lineage/Deployments';
import { commitKey, shorten } from '../lineage/keys';
import type { ReleaseStep } from '../lineage/ReleaseStep';
import type { Release } from '../lineage/traceRelease';
import type { ChainItem, ChainStep } from './Chain';

/** A commit in full: hosts have no page for a shortened one that is certain. */
const WHOLE = /^[0-9a-f]{40,64}$/i;

/** The commits of a release, those that came past all change requests first. */
export function describeCommits(
  { commit, reports, first }: KnownDeployment,
  { steps, gap }: Release,
): ChainStep {
  const byKey = new Map<string, ChainItem>(
    steps.flatMap(step =>
      step.commits.map(one => [commitKey(one.commit), describe(one, step)]),
    ),
  );
  const deployed =
    commit === undefined || byKey.has(commitKey(commit))
      ? []
      : [{ title: shorten(commit), uri: toAddress(commit, first) }];
  const listed = [...byKey.values()];
  return {
    step: 'commits',
    state: gap ? 'missing' : 'known',
    ...(gap && { why: gap }),
    items: [
      ...deployed,
      ...listed.filter(({ withoutChange }) => withoutChange),
      ...listed.filter(({ withoutChange }) => !withoutChange),
    ],
    evidence: listIds([...steps.flatMap(({ push }) => push ?? []), ...reports]),
  };
}

function describe(
  { commit, title, author }: ReleaseStep['commits'][number],
  { push, changes }: ReleaseStep,
): ChainItem {
  return {
    title: `${shorten(commit)} ${title}`.trim(),
    uri: push && toAddress(commit, push),
    by: identityLabel(author),
    ...(changes.length === 0 && { withoutChange: true }),
  };
}

/** The page of a commit, which GitHub, GitLab and Azure DevOps have at the same place. */
function toAddress(commit: string, { subjects }: Evidence): string | undefined {
  const uri = subjects.find(({ kind }) => kind === 'repository')?.uri;
  return uri && WHOLE.test(commit)
    ? `${uri.replace(/(?<!\/)\/+$/, '')}/commit/${commit}`
    : undefined;
}
