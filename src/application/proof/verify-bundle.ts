import { manifestSealText, type BundleFacts, type OpenedBundle } from '#application/ports/audit-bundles';
import type { LedgerSeals } from '#application/ports/ledger-seals';
import type { ChainHead, LedgerCheck, LedgerReport } from '#application/ports/ledger-verifier';
import type { RunStore, StoredRun } from '#application/ports/run-store';
import { checkShares } from '#application/proof/check-shares';
import { createTally } from '#application/proof/tally';
import { verifyRows } from '#application/proof/verify-rows';
import { replayRun } from '#application/runs/replay-run';

/** A report on a bundle: the checks of its files and runs stand before those of the ledger. */
export interface BundleReport extends LedgerReport {
  readonly facts: BundleFacts;
  readonly pools: readonly string[] | null;
}

/**
 * Verifies a bundle from its own content: files match the manifest, runs give the same bytes again, and the ledger
 * passes the checks of `tongchou verify`. Stops at files that differ from the manifest.
 */
export async function verifyBundle(
  bundle: OpenedBundle,
  seals: LedgerSeals,
  head: ChainHead | null,
): Promise<BundleReport> {
  const { facts, rows } = bundle;
  const files = [...checkFiles(bundle, seals)];
  const said = { facts, pools: rows.pools };
  if (files.some(({ name, wrong }) => name !== 'manifest_mac' && wrong > 0n)) {
    return { checks: files, missingKeys: [], head: facts.head, unsealed: 0n, withheld: 0n, ...said };
  }
  const runs = await checkRuns(bundle, seals);
  const ledger = await verifyRows(rows, seals, head ?? facts.head, true);
  const ofPart =
    rows.pools === null
      ? []
      : [await checkShares(await bundle.shares(), rows), checkWithheld(bundle, ledger.withheld)];
  return { ...ledger, checks: [...files, runs, ...ofPart, ...ledger.checks], ...said };
}

function* checkFiles({ listed, found, manifest }: OpenedBundle, seals: LedgerSeals): Generator<LedgerCheck> {
  const files = createTally('files', { zh: '文件与清单一致', en: 'files are those of the manifest' });
  const actual = new Map(found.map((file) => [file.path, file]));
  for (const { path, bytes, sha256 } of listed) {
    const file = actual.get(path);
    files.look(file === undefined || file.sha256 !== sha256 || file.bytes !== bytes, path);
    actual.delete(path);
  }
  for (const path of actual.keys()) files.fault(`${path}: not listed`);
  yield files.check();
  const own = createTally('manifest', { zh: '清单与其摘要一致', en: 'the manifest has its hash' });
  own.look(seals.sha256Hex(manifest.text) !== manifest.sha256, 'manifest.json');
  yield own.check();
  const sealed = createTally('manifest_mac', {
    zh: '清单由密钥封存',
    en: 'the manifest is sealed with the key',
  });
  if (manifest.mac === null || seals.currentKey === undefined) sealed.unproved();
  else {
    const { keyId, mac } = manifest.mac;
    sealed.look(seals.mac(keyId, manifestSealText(manifest.sha256)) !== mac, `manifest.json ${keyId}`);
  }
  yield sealed.check();
}

/** Checks the number of left-out rows in the manifest against the hashes that stand for them. */
function checkWithheld({ manifest }: OpenedBundle, withheld: bigint): LedgerCheck {
  const tally = createTally('withheld', {
    zh: '未提供的行数与清单一致',
    en: 'as many rows are withheld as the manifest says',
  });
  tally.look(BigInt(manifest.withheld.rows) !== withheld, `${withheld} of ${manifest.withheld.rows}`);
  return tally.check();
}

/** Each run again from its own input and pack. */
async function checkRuns(bundle: OpenedBundle, { sha256Hex }: LedgerSeals): Promise<LedgerCheck> {
  const tally = createTally('runs', { zh: '计算记录可逐字节重放', en: 'runs give the same bytes again' });
  const artefacts = new Map((await bundle.runArtefacts()).map((artefact) => [artefact.hash, artefact]));
  for await (const batch of bundle.runs()) {
    for (const run of batch) {
      const isThere = artefacts.has(run.packHash);
      const replay = isThere
        ? await replayRun(
            storeOf(run, (hash) => artefacts.get(hash)),
            sha256Hex,
            run.id,
          )
        : undefined;
      tally.look(replay?.allowed !== true || !replay.value.isSame, `run ${run.id}`);
    }
  }
  return tally.check();
}

/** One run and its pack, as a replay asks for them. */
function storeOf(
  run: StoredRun,
  artefactOf: (hash: string) => Awaited<ReturnType<RunStore['findArtefact']>>,
): Pick<RunStore, 'findRun' | 'findArtefact'> {
  return {
    findRun: () => Promise.resolve(run),
    findArtefact: (hash) => Promise.resolve(artefactOf(hash)),
  };
}
