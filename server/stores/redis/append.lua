-- Appends a batch to a chained log, or says why not. Writes the whole batch or nothing.
--
-- KEYS  stream of records, hash {seq, hash} of the head, hash key -> newest sequence
-- ARGV  the head's hash the batch is chained to; seconds to remember commands; the head's sequence and hash afterwards;
--       how many appends are to be written, how many only judged, how many records, how many keys move; then, one block
--       after the other:
--         the Redis keys that remember the commands, first of those to be written, then of those only judged
--         the texts to remember, of those to be written
--         of each record: entry id, body, crc, hash
--         of each key that moves: key, its new sequence
--         of each append, in the order of the first block: sequence it was decided at, how many keys it read, those keys
-- Gives JSON {seq, hash, written, write = [verdict], judge = [verdict]}: the head as it stood, and per append
--       {known = text} | {moved = [{key, seq}]} | {clear = true}. `write` is empty when all were clear, which is when they
--       are written; `judge` is judged after the write, and only then.

local stream, head, newest = KEYS[1], KEYS[2], KEYS[3]
local expected, seconds, last_seq, last_hash = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local writes, judged = tonumber(ARGV[5]), tonumber(ARGV[6])
local records, moves = tonumber(ARGV[7]), tonumber(ARGV[8])
local commands = 9
local texts = commands + writes + judged
local first_record = texts + writes
local first_move = first_record + 4 * records
local first_read = first_move + 2 * moves

-- Lua holds no more than some thousand arguments of one call; even, so that pairs stay together.
local most = 2000

-- The answers to `call`, asked for the arguments `from` to `upto` in parts.
local function ask(from, upto, call)
  local answers = {}
  for first = from, upto, most do
    local part = call(unpack(ARGV, first, math.min(first + most - 1, upto)))
    for i, answer in ipairs(part) do answers[first - from + i] = answer end
  end
  return answers
end

local function moved_after(at, from, count)
  local moved = {}
  local stands = ask(from, from + count - 1, function(...) return redis.call('HMGET', newest, ...) end)
  for i = 1, count do
    local seq = tonumber(stands[i] or '0')
    if seq > at then moved[#moved + 1] = { key = ARGV[from + i - 1], seq = seq } end
  end
  return moved
end

local clear = { clear = true }

-- One verdict for each of `count` appends by a log that stands at `seq`; where the reads behind them begin; and whether
-- all are clear.
local function judge(command, count, read, seq)
  local verdicts, all_clear = {}, true
  local known = ask(command, command + count - 1, function(...) return redis.call('MGET', ...) end)
  for i = 1, count do
    local at, keys = tonumber(ARGV[read]), tonumber(ARGV[read + 1])
    local verdict = clear
    if known[i] then verdict = { known = known[i] }
    elseif at < seq then
      -- Nothing has moved after the head.
      local moved = moved_after(at, read + 2, keys)
      if #moved > 0 then verdict = { moved = moved } end
    end
    verdicts[i] = verdict
    all_clear = all_clear and verdict == clear
    read = read + 2 + keys
  end
  return verdicts, read, all_clear
end

local function write()
  for at = first_record, first_move - 1, 4 do
    -- Refused by Redis when the stream has gone further than the head says; being the first write, it leaves no half.
    redis.call('XADD', stream, ARGV[at], 'body', ARGV[at + 1], 'crc', ARGV[at + 2], 'hash', ARGV[at + 3])
  end
  for i = 0, writes - 1 do redis.call('SET', ARGV[commands + i], ARGV[texts + i], 'EX', seconds) end
  for from = first_move, first_read - 1, most do
    redis.call('HSET', newest, unpack(ARGV, from, math.min(from + most, first_read) - 1))
  end
  if records > 0 then redis.call('HSET', head, 'seq', last_seq, 'hash', last_hash) end
end

local seq = tonumber(redis.call('HGET', head, 'seq') or '0')
local hash = redis.call('HGET', head, 'hash') or string.rep('0', 64)
local reply = { seq = seq, hash = hash, written = false, write = {}, judge = {} }

local verdicts, reads_of_judged, all_clear = judge(commands, writes, first_read, seq)
if not all_clear then reply.write = verdicts end
if all_clear and hash == expected then
  reply.written = true
  write()
  reply.judge = judge(commands + writes, judged, reads_of_judged, tonumber(last_seq))
end

return cjson.encode(reply)
