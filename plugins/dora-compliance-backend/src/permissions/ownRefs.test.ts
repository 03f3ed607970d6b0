import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ownRefs } from './ownRefs';

const auth = mockServices.auth();

it('are the user and the groups of the caller, in lower case', async () => {
  const userInfo = mockServices.userInfo({
    ownershipEntityRefs: ['group:default/Team'],
  });
  expect(await ownRefs({ auth, userInfo }, mockCredentials.user())).toEqual([
    'user:default/mock',
    'group:default/team',
  ]);
});

it('are none for a service, which is nobody', async () => {
  const userInfo = mockServices.userInfo.mock();
  const service = mockCredentials.service();
  expect(await ownRefs({ auth, userInfo }, service)).toEqual([]);
  expect(userInfo.getUserInfo).not.toHaveBeenCalled();
});
