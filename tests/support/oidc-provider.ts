import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { present } from '#kernel/assert';

/** What the provider is to say of the next person, whatever was asked: tests write faults into it. */
export interface OidcAnswer {
  readonly subject: string;
  readonly nonce?: string;
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds from now at which the token runs out; negative for one that is over. */
  readonly expiresIn?: number;
  /** Signed by a key that the provider does not publish. */
  readonly isForged?: true;
}

/** A small OpenID Connect provider on this machine, for tests: it asks nobody for a password. */
export interface OidcProvider {
  readonly issuer: string;
  /**
   * Signs someone in at the address to which the browser was sent, and gives the query with which the browser is
   * sent back.
   */
  authorize(address: string, answer: OidcAnswer): string;
  close(): Promise<void>;
}

export const OIDC_CLIENT = { clientId: 'tongchou', secret: 'client-secret' } as const;

interface Code {
  readonly asked: URLSearchParams;
  readonly answer: OidcAnswer;
}

export async function startOidcProvider(): Promise<OidcProvider> {
  const [published, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(published.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Code>();
  let issuer = '';
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (`${request.method ?? ''} ${request.url ?? ''}`) {
      case 'GET /.well-known/openid-configuration':
        answer(200, describeProvider(issuer));
        return;
      case 'GET /jwks':
        answer(200, { keys: [jwk] });
        return;
      case 'POST /token':
        void readForm(request).then(async (form) => {
          const code = takeCode(codes, request, form);
          if (code === undefined) {
            answer(400, { error: 'invalid_grant' });
            return;
          }
          const key = code.answer.isForged === true ? other.privateKey : published.privateKey;
          answer(200, { access_token: 'x', token_type: 'Bearer', id_token: await sign(issuer, code, key) });
        });
        return;
      default:
        answer(404, {});
    }
  });
  issuer = `http://localhost:${await listen(server)}`;
  return {
    issuer,
    authorize(address, answer) {
      const asked = new URL(address).searchParams;
      const code = `code-${codes.size}`;
      codes.set(code, { asked, answer });
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function describeProvider(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** A code holds once, for the client that knows its secret, and for who began with its verifier (PKCE). */
function takeCode(
  codes: Map<string, Code>,
  request: IncomingMessage,
  form: URLSearchParams,
): Code | undefined {
  const name = form.get('code') ?? '';
  const code = codes.get(name);
  codes.delete(name);
  const credentials = (request.headers.authorization ?? '').replace(/^Basic /, '');
  const [client, secret] = Buffer.from(credentials, 'base64')
    .toString('utf8')
    .split(':')
    .map(decodeURIComponent);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isRight =
    client === OIDC_CLIENT.clientId &&
    secret === OIDC_CLIENT.secret &&
    code?.asked.get('code_challenge') === challenge &&
    code.asked.get('redirect_uri') === form.get('redirect_uri');
  return isRight ? code : undefined;
}

function sign(issuer: string, { asked, answer }: Code, key: CryptoKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ nonce: answer.nonce ?? asked.get('nonce') ?? '' })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(answer.issuer ?? issuer)
    .setSubject(answer.subject)
    .setAudience(answer.audience ?? OIDC_CLIENT.clientId)
    .setIssuedAt(now - 600)
    .setExpirationTime(now + (answer.expiresIn ?? 300))
    .sign(key);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(present(typeof address === 'object' ? address?.port : undefined, 'a port'));
    });
  });
}
