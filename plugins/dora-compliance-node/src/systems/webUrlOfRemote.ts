/**
 * The web address of a repository by the address it was cloned from, such as
 * `git@git.example:bank/ledger.git`. Credentials are left out. Undefined for
 * paths of a machine and other things without a host.
 *
 * @public
 */
export function webUrlOfRemote(remote: string): string | undefined {
  const short = /^(?:[^@/\s]+@)?([^:/\s]{2,}):(?![/\\])(\S+)$/.exec(remote);
  const text = short ? `ssh://${short[1]}/${short[2]}` : remote;
  if (!/^(https?|ssh|git):\/\//.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const { protocol, host, hostname, pathname } = new URL(text);
  const path = pathname.replace(/\/$/, '').replace(/\.git$/, '');
  return protocol.startsWith('http')
    ? `${protocol}//${host}${path}`
    : `https://${hostname}${path}`;
}
