import { createProviderSignIns, type ProviderSignIns } from '#application/identity/provider-sign-in';
import { createOpenIdProvider } from '#http/provider/openid-provider';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

const NAMES = {
  issuer: 'TONGCHOU_OIDC_ISSUER',
  clientId: 'TONGCHOU_OIDC_CLIENT_ID',
  secretFile: 'TONGCHOU_OIDC_SECRET_FILE',
} as const;

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The provider of identities that the environment names, or undefined where it names none. All three settings or
 * none; the secret is the first line of a file, so that it stands in no list of processes.
 * Refusals: `provider_settings`.
 */
export async function openProvider(
  environment: Readonly<Record<string, string | undefined>>,
  readText: (path: string) => Promise<string | undefined>,
): Promise<Decision<ProviderSignIns | undefined>> {
  const { [NAMES.issuer]: issuer, [NAMES.clientId]: clientId, [NAMES.secretFile]: secretFile } = environment;
  if (issuer === undefined && clientId === undefined && secretFile === undefined) return allow(undefined);
  if (issuer === undefined || !isSafeIssuer(issuer)) return refuse(badSetting(NAMES.issuer));
  if (clientId === undefined || clientId === '') return refuse(badSetting(NAMES.clientId));
  const text = secretFile === undefined ? undefined : await readText(secretFile);
  const secret = text?.split(/\r?\n/)[0]?.trim() ?? '';
  if (secret === '') return refuse(badSetting(NAMES.secretFile));
  return allow(createProviderSignIns(createOpenIdProvider({ issuer, clientId, secret })));
}

/** Encrypted, unless it is on this machine. */
function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

function badSetting(name: string): Refusal {
  return {
    code: 'provider_settings',
    at: name,
    what: {
      zh: '统一身份认证的三项设置不全或有误',
      en: 'the three settings of the provider of identities are incomplete or wrong',
    },
    next: {
      zh: `请设置 ${NAMES.issuer}（https 地址）、${NAMES.clientId} 和 ${NAMES.secretFile}（首行为密钥的文件），或都不设`,
      en: `set ${NAMES.issuer} (an https address), ${NAMES.clientId} and ${NAMES.secretFile} (a file whose first line is the secret), or none of them`,
    },
  };
}
