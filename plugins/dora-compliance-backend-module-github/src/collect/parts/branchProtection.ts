import {
  ClassicProtection,
  Rules,
  Ruleset,
} from '../../normalise/api/protectionAnswers';
import type { GithubPart } from '../GithubPart';

/** What GitHub says, to those who may know, of a branch without protection. */
const NOT_PROTECTED = /^404 Branch not protected\b/;

/** Classic protection of the default branch and the rulesets that apply. */
export const branchProtection: GithubPart = {
  name: 'branch-protection',
  async ask({ inquiry, path, repository }) {
    const branch = encodeURIComponent(repository.default_branch);
    await inquiry.get(
      `${path}/branches/${branch}/protection`,
      ClassicProtection,
      NOT_PROTECTED,
    );
    const rules = await inquiry.list(
      `${path}/rules/branches/${branch}?per_page=100`,
      Rules,
    );
    const rulesets = new Set((rules ?? []).map(rule => rule.ruleset_id));
    for (const id of rulesets) {
      if (id !== undefined) {
        await inquiry.get(`${path}/rulesets/${id}`, Ruleset);
      }
    }
  },
};
