import * as make from './azureObjects';

/** What the sample events are about, as statements name it. */

export const ledger = {
  kind: 'repository',
  uri: `${make.BASE}/payments/_git/ledger`,
};

export const change = {
  kind: 'change',
  uri: `${ledger.uri}/pullrequest/5`,
};

export const run = {
  kind: 'pipeline-run',
  uri: `${make.BASE}/${make.PROJECT}/_build/results?buildId=42`,
};

export const environment = {
  kind: 'environment',
  uri: `${make.BASE}/${make.PROJECT}/_environments/1`,
};

/** The classic release in its stage. */
export const deployment = {
  kind: 'deployment',
  uri: `${make.BASE}/payments/_releaseProgress?releaseId=4&environmentId=8`,
};

/** Subject of the commit `make.sha(number)`. */
export const commit = (number: number) => ({
  kind: 'commit',
  digest: `gitCommit:${make.sha(number)}`,
});

/** The account of `make.person(name)`. */
export function account(name: string) {
  const { id, uniqueName } = make.person(name);
  return {
    system: 'dev.azure.com',
    login: uniqueName,
    id,
    name,
    email: uniqueName,
    kind: 'human',
  };
}
