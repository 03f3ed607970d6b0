import { type Body, userBody } from './bodies';

const WEB = 'https://github.example/bank/ledger';
const API = 'https://github.example/api/v3/repos/bank/ledger';
const AT = '2024-03-01T09:00:00Z';

/** A release with one asset. */
export function releaseBody(): Body {
  const url = `${API}/releases/1`;
  const uploader = userBody('alice', 101);
  return {
    url,
    html_url: `${WEB}/releases/tag/v1.0.0`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${API}/tarball/v1.0.0`,
    zipball_url: `${API}/zipball/v1.0.0`,
    id: 1,
    node_id: 'RE_1',
    tag_name: 'v1.0.0',
    target_commitish: 'main',
    name: 'v1.0.0',
    body: 'First release',
    draft: false,
    prerelease: false,
    immutable: false,
    created_at: AT,
    updated_at: AT,
    published_at: AT,
    author: uploader,
    assets: [
      {
        url: `${url}/assets/1`,
        browser_download_url: `${WEB}/releases/download/v1.0.0/ledger.zip`,
        id: 1,
        node_id: 'RA_1',
        name: 'ledger.zip',
        label: null,
        state: 'uploaded',
        content_type: 'application/zip',
        size: 1024,
        digest: `sha256:${'5b'.repeat(32)}`,
        download_count: 2,
        created_at: AT,
        updated_at: AT,
        uploader,
      },
    ],
  };
}

/** An analysis of code scanning. */
export function analysisBody(id: number, tool: string): Body {
  return {
    ref: 'refs/heads/main',
    commit_sha: '6a'.repeat(20),
    analysis_key: '.github/workflows/scan.yml:analyze',
    environment: '{}',
    category: '.github/workflows/scan.yml:analyze',
    error: '',
    warning: '',
    created_at: AT,
    results_count: 17,
    rules_count: 49,
    id,
    url: `${API}/code-scanning/analyses/${id}`,
    sarif_id: `7c0f2d1e-0000-4000-8000-0000000000${id}`,
    tool: { name: tool, guid: null, version: '2.4.0' },
    deletable: true,
  };
}

/** The bill of materials of the dependency graph. */
export function sbomAnswer(): Body {
  const described = (name: string, SPDXID: string, purl: string) => ({
    name,
    SPDXID,
    versionInfo: '1.0.0',
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    externalRefs: [
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: purl,
      },
    ],
  });
  return {
    sbom: {
      SPDXID: 'SPDXRef-DOCUMENT',
      spdxVersion: 'SPDX-2.3',
      creationInfo: {
        created: '2021-09-01T00:00:00Z',
        creators: ['Tool: GitHub.com-Dependency-Graph'],
      },
      name: 'github/example',
      dataLicense: 'CC0-1.0',
      documentNamespace: 'https://github.example/bank/ledger/sbom/1',
      packages: [
        described('rails', 'SPDXRef-Package', 'pkg:gem/rails@1.0.0'),
        described(
          'github/example',
          'SPDXRef-Repository',
          'pkg:github/example@main',
        ),
      ],
      relationships: [
        {
          relationshipType: 'DEPENDS_ON',
          spdxElementId: 'SPDXRef-Repository',
          relatedSpdxElement: 'SPDXRef-Package',
        },
        {
          relationshipType: 'DESCRIBES',
          spdxElementId: 'SPDXRef-DOCUMENT',
          relatedSpdxElement: 'SPDXRef-Repository',
        },
      ],
    },
  };
}

/** The commit the bundle says its artifact was made from. */
export const BUILT_FROM = '8a'.repeat(20);

/**
 * A bundle with provenance as GitHub Actions makes it (SLSA 1.0), unsigned,
 * and the digest of what was made.
 */
export function provenanceBundle(): { digest: string; bundle: Body } {
  const sha256 = '9d'.repeat(32);
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'ledger', digest: { sha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
        externalParameters: {
          workflow: {
            ref: 'refs/heads/main',
            repository: WEB,
            path: '.github/workflows/release.yml',
          },
        },
        internalParameters: {
          github: {
            event_name: 'push',
            repository_id: '77',
            repository_owner_id: '100',
            runner_environment: 'github-hosted',
          },
        },
        resolvedDependencies: [
          {
            uri: `git+${WEB}@refs/heads/main`,
            digest: { gitCommit: BUILT_FROM },
          },
        ],
      },
      runDetails: {
        builder: { id: `${WEB}/.github/workflows/release.yml@refs/heads/main` },
        metadata: { invocationId: `${WEB}/actions/runs/12/attempts/1` },
      },
    },
  };
  return {
    digest: `sha256:${sha256}`,
    bundle: {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {},
      dsseEnvelope: {
        payload: Buffer.from(JSON.stringify(statement)).toString('base64'),
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ sig: '' }],
      },
    },
  };
}
