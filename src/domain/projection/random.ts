/** A stream of random numbers: the same seed and stream give the same numbers on every machine. */
export interface Random {
  /** A whole number from 0 to `bound` − 1, each as likely as any other. */
  readonly below: (bound: bigint) => bigint;
}

const BITS = 64;
const RANGE = 1n << BigInt(BITS);

/** The odd number nearest to 2^64 ÷ the golden ratio: SplitMix64's step (Steele, Lea, Flood, OOPSLA 2014). */
const STEP = 0x9e3779b97f4a7c15n;

/**
 * SplitMix64 on whole numbers. Each stream of one seed starts from a state of its own, so that the first hundred
 * paths of a thousand are the paths of a hundred.
 * @param seed any whole number; its lowest 64 bits count
 */
export function createRandom(seed: bigint, stream: bigint): Random {
  let state = mix(mix(seed) + stream * STEP);
  const next = (): bigint => {
    state = BigInt.asUintN(BITS, state + STEP);
    return mix(state);
  };
  return {
    below: (bound) => {
      // What lies past the last whole multiple of the bound is drawn again, or low numbers would be likelier.
      const most = RANGE - (RANGE % bound);
      for (;;) {
        const drawn = next();
        if (drawn < most) return drawn % bound;
      }
    },
  };
}

/** The finaliser of SplitMix64: every bit of the input reaches every bit of the output. */
function mix(value: bigint): bigint {
  let mixed = BigInt.asUintN(BITS, value);
  mixed = BigInt.asUintN(BITS, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
  mixed = BigInt.asUintN(BITS, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
  return mixed ^ (mixed >> 31n);
}
