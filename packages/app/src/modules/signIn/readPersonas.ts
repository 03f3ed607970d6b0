import type { Config } from '@backstage/config';

/** Somebody to sign in as. */
export type Persona = {
  entityRef: string;
  name: string;
  role: string;
  team: string;
};

/** The people of `auth.providers.personas.users`. */
export function readPersonas(config: Config): Persona[] {
  const users =
    config.getOptionalConfigArray('auth.providers.personas.users') ?? [];
  return users.map(user => ({
    entityRef: user.getString('entityRef'),
    name: user.getString('name'),
    role: user.getString('role'),
    team: user.getString('team'),
  }));
}
