/** Where the source of a service lies, what builds it, and what deploys it. */
type Chain = {
  source: 'github' | 'gitlab' | 'azure-devops';
  build: 'github' | 'github-image' | 'gitlab' | 'jenkins' | 'azure-devops';
  deployment: 'github' | 'gitlab' | 'jenkins' | 'azure-devops' | 'cdevents';
};

const github: Chain = {
  source: 'github',
  build: 'github',
  deployment: 'github',
};

/** The services that do not do all of it on GitHub. */
const others: Readonly<Record<string, Chain>> = {
  'branch-locator': {
    source: 'gitlab',
    build: 'gitlab',
    deployment: 'gitlab',
  },
  'corporate-website': {
    source: 'github',
    // The image is published at GitHub; one job of Jenkins does the rest.
    build: 'github-image',
    deployment: 'jenkins',
  },
  newsletter: {
    source: 'azure-devops',
    build: 'azure-devops',
    deployment: 'azure-devops',
  },
  'postcode-lookup': {
    source: 'gitlab',
    build: 'jenkins',
    deployment: 'cdevents',
  },
};

export function findChain(service: string): Chain {
  return others[service] ?? github;
}

/** The team folders of services in GitLab and Jenkins. */
const folders: Readonly<Record<string, string>> = {
  'postcode-lookup': 'onboarding',
};

export function findFolder(service: string): string {
  return folders[service] ?? 'digital-channels';
}
