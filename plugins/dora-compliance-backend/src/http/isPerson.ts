import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** A user who acts in person, not a service on behalf of a user. */
export function isPerson(
  auth: AuthService,
  credentials: BackstageCredentials,
): credentials is BackstageCredentials<BackstageUserPrincipal> {
  return auth.isPrincipal(credentials, 'user') && !credentials.principal.actor;
}
