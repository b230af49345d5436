import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import type { ChainHead, LedgerCheck } from '#application/ports/ledger-verifier';
import type { LedgerKeys } from '#storage/ledger/ledger-key';
import { found } from '#storage/ledger/verify/found';
import { readSealedRows } from '#storage/ledger/verify/sealed-texts';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

interface Block {
  readonly number: bigint;
  readonly firstNumber: bigint;
  readonly lastNumber: bigint;
  readonly rowCount: bigint;
  readonly digest: string;
  readonly previous: string | null;
  readonly mac: string;
  readonly keyId: string;
  readonly sealedAt: string;
}

interface CheckedChain {
  readonly checks: readonly LedgerCheck[];
  readonly head: ChainHead | null;
  readonly unsealed: bigint;
}

const DIGESTS = { zh: '每个区块的内容与摘要一致', en: 'blocks hold the rows that they sealed' };
const LINKS = { zh: '区块首尾相接', en: 'blocks follow each other without gap or fork' };
const MACS = { zh: '区块由密钥封存', en: 'blocks are sealed with the key' };
const HEAD = { zh: '留存的链头仍在链中', en: 'the head that was kept is still in the chain' };

/** Hashes all that is sealed again, in order, and follows the chain; counts what no block seals yet. */
export async function checkChain(
  reading: Reading,
  keys: LedgerKeys | undefined,
  head: ChainHead | null,
): Promise<CheckedChain> {
  const blocks = await readBlocks(reading);
  const count = BigInt(blocks.length);
  const { faults, unsealed } = await digestFaults(reading, blocks);
  const checks = [
    found('chain_digests', DIGESTS, count, faults),
    found('chain_links', LINKS, count, linkFaults(blocks)),
    found('chain_macs', MACS, count, macFaults(blocks, keys)),
  ];
  if (head !== null) {
    const isKept = blocks.some((block) => block.number.toString() === head.number && block.mac === head.mac);
    checks.push(found('chain_head', HEAD, 1n, isKept ? [] : [`block ${head.number}`]));
  }
  const last = blocks.at(-1);
  return {
    checks,
    unsealed,
    head:
      last === undefined
        ? null
        : { number: last.number.toString(), lastNumber: last.lastNumber.toString(), mac: last.mac },
  };
}

async function readBlocks(reading: Reading): Promise<readonly Block[]> {
  const { rows } =
    await sql<Block>`SELECT number, first_number, last_number, row_count, encode(digest, 'hex') AS digest,
      encode(previous, 'hex') AS previous, encode(mac, 'hex') AS mac, key_id,
      to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS sealed_at
    FROM ledger_block ORDER BY number`.execute(reading);
  return rows;
}

function linkFaults(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const follows =
      block.number === BigInt(index + 1) &&
      block.firstNumber === (before?.lastNumber ?? 0n) + 1n &&
      block.previous === (before?.mac ?? null);
    return follows ? [] : [`block ${block.number}`];
  });
}

/** Without keys nothing can be said, which is told as a fault of every block rather than passed over. */
function macFaults(blocks: readonly Block[], keys: LedgerKeys | undefined): readonly string[] {
  return blocks.flatMap((block) => {
    const key = keys?.all.get(block.keyId);
    if (key === undefined) return [`block ${block.number}: no key ${block.keyId}`];
    const { number, firstNumber, lastNumber, rowCount, digest, previous, keyId, sealedAt } = block;
    const sealed = `${number}|${firstNumber}|${lastNumber}|${rowCount}|${digest}|${previous ?? ''}|${keyId}|${sealedAt}`;
    return key.mac(sealed).toString('hex') === block.mac ? [] : [`block ${number}`];
  });
}

async function digestFaults(
  reading: Reading,
  blocks: readonly Block[],
): Promise<{ readonly faults: readonly string[]; readonly unsealed: bigint }> {
  const faults: string[] = [];
  let unsealed = 0n;
  let index = 0;
  let running: Hash = createHash('sha256');
  let rows = 0n;
  const finish = (): void => {
    const block = blocks[index];
    if (block === undefined) return;
    if (running.digest('hex') !== block.digest || rows !== block.rowCount)
      faults.push(`block ${block.number}`);
    index += 1;
    running = createHash('sha256');
    rows = 0n;
  };
  for await (const { number, text } of readSealedRows(reading)) {
    while (index < blocks.length && number > (blocks[index]?.lastNumber ?? 0n)) finish();
    if (index >= blocks.length) unsealed += 1n;
    else {
      running.update(createHash('sha256').update(text, 'utf8').digest());
      rows += 1n;
    }
  }
  while (index < blocks.length) finish();
  return { faults, unsealed };
}
