import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';

/** The user and the groups that a caller acts for; none for a service. */
export async function ownRefs(
  { auth, userInfo }: { auth: AuthService; userInfo: UserInfoService },
  credentials: BackstageCredentials,
): Promise<readonly string[]> {
  if (!auth.isPrincipal(credentials, 'user')) {
    return [];
  }
  const { userEntityRef, ownershipEntityRefs } = await userInfo.getUserInfo(
    credentials,
  );
  return [userEntityRef, ...ownershipEntityRefs].map(ref => ref.toLowerCase());
}
