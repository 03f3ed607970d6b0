const names: Readonly<Record<number, string>> = {
  0: 'No access',
  5: 'Minimal access',
  10: 'Guest',
  15: 'Planner',
  20: 'Reporter',
  30: 'Developer',
  40: 'Maintainer',
  50: 'Owner',
  60: 'Administrator',
};

/** From here on somebody may push to branches that are not protected. */
export const DEVELOPER = 30;

/** From here on somebody may change the settings of a project. */
export const MAINTAINER = 40;

/**
 * A role in the words of GitLab; one it has since is reported by its number.
 */
export function toRole(accessLevel: number): string {
  return names[accessLevel] ?? `Access level ${accessLevel}`;
}
