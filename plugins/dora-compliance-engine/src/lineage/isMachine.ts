import type { Identity } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Addresses that AI assistants write into `Co-authored-by` lines. */
const ASSISTANTS =
  /^(noreply@anthropic\.com|cursoragent@cursor\.com|noreply@aider\.chat|(\d+\+)?copilot@users\.noreply\.github\.com|gemini-code-assist@google\.com|noreply@openai\.com|codex@openai\.com|amp@ampcode\.com)$/i;

/** Whether an identity is no person. */
export function isMachine(identity: Identity): boolean {
  return identity.kind === 'bot' || /\[bot\]$/i.test(identity.login ?? '');
}

/**
 * Whether a committer is an address that nobody reads, such as that of a server. It
 * names no person; who pushed the commit is known from the host.
 */
export function isNobody({ email, login, id }: Identity): boolean {
  return !login && !id && /^no-?reply@/i.test(email ?? '');
}

/**
 * Whether a line of a commit message names an AI assistant. Such a line is
 * a claim: leaving it out clears nobody, because its writer could have left it out,
 * and who pushed the commit is known from the host.
 */
export function isAssistant({ email, login }: Identity): boolean {
  return login?.toLowerCase() === 'copilot' || ASSISTANTS.test(email ?? '');
}
