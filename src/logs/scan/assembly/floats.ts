// Decimal text to doubles, rounded as JSON.parse rounds: short numbers by Clinger's exact case, others by the method of Eisel and
// Lemire with 128 bits of each power of five. What neither can decide (over 19 digits, far exponents) is asked of the host.
// Numbers of a vector differ in sign and in their last digits from one to the next, so neither is a branch: each that is guessed
// wrong costs as much as eight digits.

/** The value of the number text at [start..end). */
@external("host", "number")
declare function hostNumber(start: i32, end: i32): f64;

// As in powersOfFive.ts.
const LEAST_POWER = -64, MOST_POWER = 32;
let fives: i32 = 0;
const WHOLE_TENS = memory.data<u64>([1, 10, 100, 1000, 10000, 100000, 1000000, 10000000]);
const TENS = memory.data<f64>([1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22]);

/** Says where the powers of five are. */
export function setPowersOfFive(at: i32): void {
  fives = at;
}

/** Just past the number that was read last; it lacks digits behind its point or its e. */
let numberEndsAt: i32 = 0;
let lacksDigits: bool = false;

@inline function isDigit(byte: u8): bool {
  return <u8>(byte - 0x30) <= 9;
}

/** A bit in each byte that is no digit, none in those before the first. */
@inline function othersIn(word: u64): u64 {
  const digits = word ^ 0x3030303030303030;
  return ((digits + 0x7676767676767676) | digits) & 0x8080808080808080;
}

@inline function eightDigits(word: u64): u64 {
  word -= 0x3030303030303030;
  word = word * 10 + (word >> 8);
  return ((word & 0x000000ff000000ff) * 0x000f424000000064 + ((word >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >> 32;
}

/** The number whose sign or first digit is at pos. */
@inline function numberAt(start: i32): f64 {
  const negative = i32(load<u8>(start) === 0x2d);
  let pos = start + negative;
  let mantissa: u64 = 0;
  const digits = pos;
  let byte = load<u8>(pos);
  while (isDigit(byte)) {
    mantissa = mantissa * 10 + (byte - 0x30);
    byte = load<u8>(++pos);
  }
  let count = pos - digits;
  let power = 0;
  lacksDigits = false;
  if (byte === 0x2e) {
    const fraction = ++pos;
    let word = load<u64>(pos);
    let others = othersIn(word);
    while (others === 0) {
      mantissa = mantissa * 100000000 + eightDigits(word);
      pos += 8;
      word = load<u64>(pos);
      others = othersIn(word);
    }
    // None to seven more, with zeros in front of them.
    const bits = <u64>ctz(others) & 0x38;
    mantissa = mantissa * load<u64>(WHOLE_TENS + <i32>bits) + eightDigits(((word << 8) << (56 - bits)) | (0x3030303030303030 >> bits));
    pos += <i32>bits >> 3;
    byte = load<u8>(pos);
    power = fraction - pos;
    count -= power;
    lacksDigits = power === 0;
  }
  if ((byte | 0x20) === 0x65) {
    byte = load<u8>(++pos);
    const less = byte === 0x2d;
    if (less || byte === 0x2b) byte = load<u8>(++pos);
    let exponent = 0;
    lacksDigits = lacksDigits || !isDigit(byte);
    while (isDigit(byte)) {
      if (exponent < 10000) exponent = exponent * 10 + (byte - 0x30);
      byte = load<u8>(++pos);
    }
    power += less ? -exponent : exponent;
  }
  numberEndsAt = pos;
  if (lacksDigits) return 0;
  let value: f64;
  if (count <= 15 && power >= -22 && power <= 22) {
    const ten = load<f64>(TENS + (abs(power) << 3));
    value = power < 0 ? <f64>mantissa / ten : <f64>mantissa * ten;
  } else if (count > 19 && count - zerosAt(digits) > 19) return hostNumber(start, pos);
  else if (power < LEAST_POWER || power > MOST_POWER) return hostNumber(start, pos);
  else value = mantissa === 0 ? 0 : rounded(mantissa, power);
  return reinterpret<f64>(reinterpret<u64>(value) | (<u64>negative << 63));
}

/** "0.0001…": zeros in front are no digits. How many there are. */
function zerosAt(start: i32): i32 {
  let pos = start;
  let zeros = 0;
  while (load<u8>(pos) === 0x30 || load<u8>(pos) === 0x2e) {
    zeros += i32(load<u8>(pos) === 0x30);
    pos++;
  }
  return zeros;
}

/** mantissa · 10^power, rounded to nearest even: fast_float's compute_float (Lemire, Apache 2.0). Never subnormal or infinite in this range. */
@inline function rounded(mantissa: u64, power: i32): f64 {
  const zeros = clz(mantissa);
  const w = mantissa << zeros;
  const five = fives + ((power - LEAST_POWER) << 4);
  const factor = load<u64>(five);
  let high = upperProduct(w, factor);
  let low = w * factor;
  if ((high & 0x1ff) === 0x1ff) {
    const more = upperProduct(w, load<u64>(five, 8));
    low += more;
    if (more > low) high++;
  }
  const upper = high >> 63;
  const shift = upper + 9;
  let bits = high >> shift;
  let exponent = <i64>((((152170 + 65536) * power) >> 16) + 63) + <i64>upper - <i64>zeros + 1023;
  if (low <= 1 && power >= -4 && power <= 23 && (bits & 3) === 1 && bits << shift === high) bits &= ~1;
  bits = (bits + (bits & 1)) >> 1;
  if (bits >= 1 << 53) {
    bits = 1 << 52;
    exponent++;
  }
  return reinterpret<f64>((bits & ((1 << 52) - 1)) | (<u64>exponent << 52));
}

@inline function upperProduct(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff, a1 = a >> 32, b0 = b & 0xffffffff, b1 = b >> 32;
  const middle = a1 * b0 + ((a0 * b0) >> 32);
  const other = a0 * b1 + (middle & 0xffffffff);
  return a1 * b1 + (middle >> 32) + (other >> 32);
}

/**
 * The numbers of an array that is known to be JSON; null and NaN become NaN.
 * @param start its opening bracket
 * @param out where they go, eight bytes each
 * @returns just past the last, or -1 when something else is in the array
 */
export function arrayNumbers(start: i32, out: i32): i32 {
  let pos = start + 1;
  while (true) {
    let byte = load<u8>(pos);
    while (byte <= 0x20) byte = load<u8>(++pos);
    if (byte === 0x5d) return out;
    if (isDigit(byte) || (byte === 0x2d && isDigit(load<u8>(pos + 1)))) {
      store<f64>(out, numberAt(pos));
      pos = numberEndsAt;
    } else if (byte === 0x6e) {
      store<f64>(out, NaN);
      pos += 4;
    } else if (byte === 0x4e) {
      store<f64>(out, NaN);
      pos += 3;
    } else if (byte === 0x49) {
      store<f64>(out, Infinity);
      pos += 8;
    } else if (byte === 0x2d) {
      store<f64>(out, -Infinity);
      pos += 9;
    } else return -1;
    out += 8;
    byte = load<u8>(pos);
    while (byte <= 0x20) byte = load<u8>(++pos);
    if (byte === 0x2c) pos++;
  }
}

@inline function pastSpaces(pos: i32): i32 {
  while (true) {
    const byte = load<u8>(pos);
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return pos;
    pos++;
  }
}

/** Just past the doubles that checkedNumbers wrote. */
export let checkedOut: i32 = 0;

/**
 * The numbers of an array that may be anything: checked and read in one go.
 * @param start its opening bracket
 * @param out where they go, eight bytes each
 * @returns just past its closing bracket; 0 where it holds anything but numbers, or is no JSON
 */
export function checkedNumbers(start: i32, out: i32): i32 {
  let pos = pastSpaces(start + 1);
  if (load<u8>(pos) === 0x5d) {
    checkedOut = out;
    return pos + 1;
  }
  while (true) {
    const first = pos + i32(load<u8>(pos) === 0x2d);
    const digit = load<u8>(first);
    if (!isDigit(digit) || (digit === 0x30 && isDigit(load<u8>(first, 1)))) return 0;
    store<f64>(out, numberAt(pos));
    if (lacksDigits) return 0;
    out += 8;
    pos = numberEndsAt;
    if (load<u8>(pos) !== 0x2c) {
      pos = pastSpaces(pos);
      const byte = load<u8>(pos);
      if (byte === 0x5d) {
        checkedOut = out;
        return pos + 1;
      }
      if (byte !== 0x2c) return 0;
    }
    pos++;
    if (load<u8>(pos) <= 0x20) pos = pastSpaces(pos);
  }
}
