import { expect, it } from 'vitest';
import { openProvider } from '#http/provider/open-provider';

const SETTINGS = {
  TONGCHOU_OIDC_ISSUER: 'https://id.example/realm',
  TONGCHOU_OIDC_CLIENT_ID: 'tongchou',
  TONGCHOU_OIDC_SECRET_FILE: 'secret.txt',
};
const read = (text: string | undefined) => () => Promise.resolve(text);

it('without settings there is no provider', async () => {
  expect(await openProvider({}, read(undefined))).toEqual({ allowed: true, value: undefined });
});

it('all three settings make one; the secret is the first line of its file', async () => {
  const opened = await openProvider(SETTINGS, read('secret\nmore'));
  expect(opened).toMatchObject({
    allowed: true,
    value: { provider: { issuer: SETTINGS.TONGCHOU_OIDC_ISSUER } },
  });
});

it.each([
  [
    'an issuer without encryption that is not this machine',
    { TONGCHOU_OIDC_ISSUER: 'http://id.example' },
    's',
  ],
  ['an issuer that is no address', { TONGCHOU_OIDC_ISSUER: 'id' }, 's'],
  ['no client', { TONGCHOU_OIDC_CLIENT_ID: '' }, 's'],
  ['a secret file that is not there', {}, undefined],
  ['an empty secret', {}, '\n'],
])('%s stops the start', async (_title, wrong, secret) => {
  const opened = await openProvider({ ...SETTINGS, ...wrong }, read(secret));
  expect(opened).toMatchObject({ allowed: false, refusals: [{ code: 'provider_settings' }] });
});
