import { webUrlOfRemote } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** Bytes an address may have: it is a key of an index in the database. */
const MAX_BYTES = 1000;

/** The web address of the repository at a remote, if it can be looked up. */
export function repositoryUrl(remote: string): string | undefined {
  return Buffer.byteLength(remote) > MAX_BYTES
    ? undefined
    : webUrlOfRemote(remote);
}
