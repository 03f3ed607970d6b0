/** What members of populations are called, by their kind. */
const members: Readonly<Record<string, { one: string; other: string }>> = {
  artifact: { one: 'running artifact', other: 'running artifacts' },
  asset: { one: 'asset', other: 'assets' },
  branch: { one: 'branch', other: 'branches' },
  change: { one: 'merged change', other: 'merged changes' },
  deployment: {
    one: 'production deployment',
    other: 'production deployments',
  },
  environment: { one: 'environment', other: 'environments' },
  finding: { one: 'open finding', other: 'open findings' },
  incident: { one: 'incident', other: 'incidents' },
  interval: { one: 'interval', other: 'intervals' },
  organization: { one: 'organization', other: 'organizations' },
  record: {
    one: 'piece of recorded evidence',
    other: 'pieces of recorded evidence',
  },
  repository: { one: 'repository', other: 'repositories' },
  pipeline: { one: 'pipeline', other: 'pipelines' },
};

/** The members of a kind; populations of modules have kinds of their own. */
export function nameMembers(kind: string): { one: string; other: string } {
  return Object.hasOwn(members, kind)
    ? members[kind]!
    : { one: `member (${kind})`, other: `members (${kind})` };
}
