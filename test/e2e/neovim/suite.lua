-- Runs inside a headless Neovim, 0.7 or later, that has no configuration: what a person would see there of the server.
-- The global `nianbao` holds the server's command and the reports; see ../neovim.ts.

local wait_ms = 20000

local function open(file)
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  vim.bo.filetype = "markdown"
end

local function attach()
  local settings = { severity = { ["sum-mismatch"] = "warning" } }
  local config = {
    name = "nianbao",
    cmd = nianbao.server,
    root_dir = nianbao.folder,
    settings = { nianbao = settings },
    -- Before 0.8 Neovim cannot be asked for settings.
    init_options = { settings = settings },
  }
  if vim.lsp.start then
    return vim.lsp.start(config)
  end
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end

-- Neovim pulls diagnostics from 0.10 on, before that it takes what is pushed.
local function findings_when(what, expected)
  local found = vim.wait(wait_ms, function()
    return expected(vim.diagnostic.get(0))
  end, 20)
  assert(found, "not seen: " .. what .. "; seen: " .. vim.inspect(vim.diagnostic.get(0)))
  return vim.diagnostic.get(0)
end

local function ask(method, params)
  local answers, fault = vim.lsp.buf_request_sync(0, method, params, wait_ms)
  assert(answers, method .. ": " .. tostring(fault))
  for _, answer in pairs(answers) do
    assert(not answer.err, vim.inspect(answer.err))
    if answer.result then
      return answer.result
    end
  end
end

local function params_at(finding)
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  return vim.lsp.util.make_position_params(0, "utf-16")
end

local client
local wrong

local tests = {
  {
    "the server attaches to a report",
    function()
      open(nianbao.wrong)
      client = vim.lsp.get_client_by_id(attach())
      assert(client, "no client")
    end,
  },
  {
    "a wrong total is found at its figure, as weighty as it is set",
    function()
      local findings = findings_when("a finding", function(found)
        return #found > 0
      end)
      assert(#findings == 1, vim.inspect(findings))
      wrong = findings[1]
      local text = vim.api.nvim_buf_get_lines(0, wrong.lnum, wrong.lnum + 1, true)[1]:sub(wrong.col + 1, wrong.end_col)
      assert(wrong.code == "sum-mismatch" and wrong.source == "nianbao", vim.inspect(wrong))
      assert(wrong.severity == vim.diagnostic.severity.WARN, vim.inspect(wrong))
      assert(text == nianbao.figure.wrong, "the finding is on " .. text)
    end,
  },
  {
    "the figure explains itself on hover",
    function()
      local hover = ask("textDocument/hover", params_at(wrong))
      assert(hover.contents.value:find("总计"), vim.inspect(hover))
    end,
  },
  {
    "a code action mends it, and the finding goes",
    function()
      local params = params_at(wrong)
      params.range = { start = params.position, ["end"] = params.position }
      params.context = { diagnostics = { wrong.user_data.lsp } }
      local mending
      for _, action in ipairs(ask("textDocument/codeAction", params)) do
        if action.kind == "quickfix" and action.title:find(nianbao.figure.right) then
          mending = mending or action
        end
      end
      assert(mending, "no such action")
      vim.lsp.util.apply_workspace_edit(mending.edit, "utf-16")
      assert(table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n") .. "\n" == nianbao.clean, "another text")
      findings_when("no finding", function(found)
        return #found == 0
      end)
    end,
  },
  {
    "the server ends when it is told to",
    function()
      vim.lsp.stop_client(client.id)
      local ended = vim.wait(wait_ms, function()
        return vim.lsp.get_client_by_id(client.id) == nil
      end, 20)
      assert(ended, "the server still runs")
    end,
  },
}

local failed = 0
for _, test in ipairs(tests) do
  local ok, fault = pcall(test[2])
  io.stdout:write(ok and ("ok " .. test[1] .. "\n") or ("FAIL " .. test[1] .. "\n" .. tostring(fault) .. "\n"))
  failed = failed + (ok and 0 or 1)
end
io.stdout:write(string.format("%d passed, %d failed\n", #tests - failed, failed))
vim.cmd(failed > 0 and "cquit" or "qall!")
