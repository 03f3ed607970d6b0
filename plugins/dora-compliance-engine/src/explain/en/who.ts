import type { WhoWords } from '../language/WhoWords';
import { all } from './words';

/** What holds a repository, such as its organization or group. */
function findParent(uri: string): string {
  return uri.replace(/\/[^/]+$/, '');
}

export const who: WhoWords = {
  'asset-owner': ({ owner }) =>
    owner
      ? `The owner of the asset, ${owner}.`
      : 'Whoever may change the catalog file of the asset. The catalog shows you no owner.',
  'backstage-administrator': () =>
    'An administrator of this Backstage, who can read the log of its backend.',
  'catalog-maintainer': () =>
    'Whoever maintains the entities of users and groups in the catalog.',
  'code-host-administrator': ({ repositories = [] }) => {
    const places = [...new Set(repositories.map(findParent))];
    return places.length > 0
      ? `An administrator of ${all(places)}, in the settings of the code host.`
      : 'An administrator of the code host, in its settings.';
  },
  'control-author': ({ control }) =>
    control
      ? `The author of the control ${control}, in its YAML file.`
      : 'The author of the control, in its YAML file.',
  doer: ({ person }) =>
    person
      ? `${person}, who did it and can undo it.`
      : 'The person who did it and can undo it. The source does not report who it was.',
  'environment-reviewer': ({ environment, reviewers = [] }) => {
    const name = environment
      ? `the environment ${environment}`
      : 'the environment';
    return reviewers.length > 0
      ? `A reviewer of ${name}. Its settings name ${all(reviewers)}.`
      : `A reviewer whom the settings of ${name} name.`;
  },
  'incident-manager': ({ incident }) =>
    incident
      ? `Whoever manages the incident "${incident}", in the tool that reports it.`
      : 'Whoever manages incidents, in the tool that reports them.',
  'independent-approver': ({ repositories = [] }) =>
    `Another person with write access to ${
      repositories.length > 0 ? all(repositories) : 'the repository'
    }, who neither opened, wrote, pushed, merged, nor deploys the change.`,
  nobody: () => 'Nobody has to act: the backend does it.',
  'provider-owner': ({ provider }) =>
    provider
      ? `The owner of ${provider} in the catalog.`
      : 'The owner of the provider in the catalog.',
  'repository-administrator': ({ repositories = [] }) =>
    `An administrator of ${
      repositories.length > 0 ? all(repositories) : 'the repository'
    }, in the settings of the code host.`,
  'risk-function': () =>
    'The risk function of your organization, which decides whether the risk is accepted until then.',
  'source-administrator': ({ source }) =>
    `An administrator of this Backstage, in the configuration of ${
      source ? `the source ${source}` : 'the sources of evidence'
    }.`,
};
