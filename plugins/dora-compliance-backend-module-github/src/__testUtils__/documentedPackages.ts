import { around } from './around';

/** Packages of npm and containers. */
export function packages() {
  const { repository, organization, sender } = around();
  return {
    'package.published.npm': {
      action: 'published',
      package: item(),
      repository,
      sender,
    },
    'package.published.container': {
      action: 'published',
      package: container(),
      organization,
      sender,
    },
    'package.updated': {
      action: 'updated',
      package: item(),
      repository,
      sender,
    },
    'registry_package.published': {
      action: 'published',
      registry_package: item(),
      repository,
      sender,
    },
  };
}

function version() {
  return {
    id: 123456,
    summary: '',
    name: '1.0.3',
    description: 'hello world',
    body: '',
    html_url:
      'https://github.com/Codertocat/Hello-World/packages/123?version=1',
    version: '1.0.3',
    manifest: '',
    tag_name: '1.0.3',
    target_commitish: 'main',
    target_oid: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
    draft: false,
    prerelease: false,
    created_at: '2021-11-05T20:50:59Z',
    updated_at: '2021-11-05T20:50:59Z',
    metadata: [],
    docker_metadata: [],
    author: around().sender,
    installation_command: 'npm install @codertocat/hello-world-npm@1.0.3',
    package_url: '',
    package_files: [
      {
        download_url:
          'https://npm.pkg.github.com/download/@codertocat/hello-world-npm/1.0.3/abc',
        id: 15,
        name: 'hello-world-npm-1.0.3-npm.tgz',
        sha256: 'ab'.repeat(32),
        sha1: '0'.repeat(40),
        md5: '0'.repeat(32),
        content_type: 'application/octet-stream',
        state: 'uploaded',
        size: 500,
        created_at: '2021-11-05T20:50:59Z',
        updated_at: '2021-11-05T20:50:59Z',
      },
    ],
  };
}

function item() {
  return {
    id: 10696,
    name: 'hello-world-npm',
    namespace: 'Codertocat',
    description: '',
    ecosystem: 'npm',
    package_type: 'npm',
    html_url: 'https://github.com/Codertocat/Hello-World/packages/10696',
    created_at: '2021-11-05T20:50:59Z',
    updated_at: '2021-11-05T20:50:59Z',
    owner: around().sender,
    package_version: version(),
    registry: {
      about_url: 'https://docs.github.com/about-github-package-registry',
      name: 'GitHub npm registry',
      type: 'npm',
      url: 'https://npm.pkg.github.com/Codertocat',
      vendor: 'GitHub Inc',
    },
  };
}

function container() {
  return {
    ...item(),
    name: 'ledger',
    ecosystem: 'CONTAINER',
    package_type: 'CONTAINER',
    package_version: {
      id: 8,
      name: `sha256:${'cd'.repeat(32)}`,
      version: `sha256:${'cd'.repeat(32)}`,
      summary: '',
      description: '',
      html_url:
        'https://github.com/orgs/Octocoders/packages/container/ledger/8',
      container_metadata: {
        tag: { name: 'v1.0', digest: `sha256:${'cd'.repeat(32)}` },
        labels: {},
        manifest: {},
      },
      metadata: [],
      package_files: [],
      installation_command: 'docker pull ghcr.io/octocoders/ledger:v1.0',
    },
  };
}
