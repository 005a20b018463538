import { defineForm } from "./form.ts";

/**
 * The trial form for the reports of 2019 and 2020, annexed to
 * 《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）.
 */
export const form2019 = defineForm({
  id: "2019",
  notice: {
    title: "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",
    number: "国办公开办函〔2019〕60号",
  },
  years: { from: 2019, to: 2020 },
  title: "政府信息公开工作年度报告",
  sections: [
    {
      id: "overview",
      number: "一",
      title: "总体情况",
      aliases: [
        "概述",
        "工作概述",
        "基本情况",
        "总体工作情况",
        "政府信息公开总体情况",
        "政府信息公开工作总体情况",
        "政府信息公开总体工作情况",
      ],
      note: {
        text: "综述本机关全年的政府信息公开工作，涵盖主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，内容不遗漏，也不泛化到其他工作。",
        basis: "国办公开办函〔2019〕60号",
        guidance: "五个方面各设一个小标题，依次编为（一）至（五），便于读者和审核单位逐项对照。",
      },
      aspects: [
        {
          id: "proactive",
          number: "一",
          title: "主动公开情况",
          aliases: ["主动公开", "主动公开方面", "主动公开工作", "主动公开工作情况", "主动公开信息情况"],
          note: {
            text: "本年度主动公开了哪些政府信息、公开了多少、通过什么渠道公开。",
            basis: "《条例》第五十条第一款第（一）项",
            guidance: "总数与各分项之和宜相符；网站信息以“条”计，文件以“件”计。",
          },
        },
        {
          id: "onRequest",
          number: "二",
          title: "依申请公开情况",
          aliases: [
            "依申请公开",
            "依申请公开方面",
            "依申请公开工作",
            "依申请公开工作情况",
            "依申请公开办理情况",
            "依申请公开信息情况",
            "依申请公开政府信息情况",
          ],
          note: {
            text: "本年度收到和办理政府信息公开申请的概况，数字与表三一致。没有收到申请的，写明未收到。",
            basis: "《条例》第五十条第一款第（二）项",
            guidance: "写“新收”时对照第一项总计；把上年结转并入时写明“含上年结转”。申请以“件”计。",
          },
        },
        {
          id: "management",
          number: "三",
          title: "政府信息管理情况",
          aliases: [
            "政府信息管理",
            "政府信息管理方面",
            "政府信息管理工作",
            "政府信息管理工作情况",
            "信息管理情况",
            "政府信息资源管理",
            "政府信息资源管理情况",
          ],
          note: {
            text: "政府信息从制作、审查、发布到更新、清理的管理情况，包括规章和行政规范性文件的集中公开、公开前审查、动态调整等。",
            basis: "《条例》第十七条、第十八条；国办公开办函〔2019〕60号",
          },
        },
        {
          id: "platform",
          number: "四",
          title: "政府信息公开平台建设情况",
          aliases: [
            "政府信息公开平台建设",
            "政府信息公开平台建设方面",
            "平台建设",
            "平台建设情况",
            "平台建设方面",
            "信息公开平台建设",
            "信息公开平台建设情况",
            "公开平台建设",
            "公开平台建设情况",
            "政务公开平台建设情况",
          ],
          note: {
            text: "政府网站的政府信息公开专栏、政务新媒体、政府公报和线下查阅场所等公开平台的建设与维护情况。",
            basis: "《条例》第二十三条至第二十五条；国办公开办函〔2019〕60号",
          },
        },
        {
          id: "supervision",
          number: "五",
          title: "监督保障情况",
          aliases: [
            "监督保障",
            "监督保障方面",
            "监督保障工作",
            "监督保障工作情况",
            "监督和保障情况",
            "政府信息公开监督保障",
            "政府信息公开监督保障情况",
          ],
          note: {
            text: "组织领导、机构人员、制度、培训和监督检查情况。各级人民政府的报告还包括工作考核、社会评议和责任追究结果情况。",
            basis: "《条例》第四十六条至第四十八条、第五十条第一款第（四）项",
            guidance: "政府的报告中考核、评议、追究三项各写一句结果；没有发生责任追究的，写明没有。",
          },
          governmentDuties: [
            { name: "工作考核", words: ["考核", "考评"] },
            {
              name: "社会评议",
              words: ["社会评议", "公众评议", "群众评议", "民主评议", "社会评价", "满意度", "第三方评估"],
            },
            { name: "责任追究", words: ["追究", "追责", "问责"] },
          ],
        },
      ],
    },
    {
      id: "disclosure",
      number: "二",
      title: "主动公开政府信息情况",
      aliases: ["主动公开政府信息的情况", "行政机关主动公开政府信息情况", "行政机关主动公开政府信息的情况"],
      note: {
        text: "以表格报告《条例》第二十条第（一）、（五）、（六）、（八）、（九）项所列信息的数量。",
        basis: "《条例》第二十条、第五十条第一款第（一）项",
        guidance: "没有的填0：空格会被看作漏填。",
      },
      table: {
        id: "disclosure",
        name: "表二",
        blocks: [
          {
            title: "第二十条第（一）项",
            titleAliases: ["第二十条（一）项"],
            corner: "信息内容",
            columns: [
              {
                id: "produced",
                label: "本年新制作数量",
                aliases: ["本年度新制作数量", "新制作数量"],
                note: { text: "本年1月1日至12月31日新制定的件数，填大于或等于0的整数。" },
                unit: "件",
              },
              {
                id: "published",
                label: "本年新公开数量",
                aliases: ["本年度新公开数量", "新公开数量"],
                note: {
                  text: "本年新向社会公开的件数，填大于或等于0的整数。",
                  guidance: "以前年度制定、本年才公开的一般也计入，因此可以大于本年新制作数量。",
                },
                unit: "件",
              },
              {
                id: "disclosedTotal",
                label: "对外公开总数量",
                aliases: ["公开总数量"],
                note: { text: "截至本年12月31日已经向社会公开的总件数，包括以前年度公开的。" },
                unit: "件",
              },
            ],
            rows: [
              {
                id: "regulations",
                label: "规章",
                note: {
                  text: "国务院部门制定的部门规章，或者省、自治区、直辖市和设区的市、自治州的人民政府制定的地方政府规章。县级及以下政府、街道办事处和地方各级政府部门没有规章制定权，三格均为0。",
                  basis: "《条例》第二十条第（一）项；规章制定权见《立法法》",
                },
                rulemaking: true,
              },
              {
                id: "normativeDocuments",
                label: "规范性文件",
                aliases: ["行政规范性文件"],
                note: {
                  text: "行政机关或者经授权的组织按法定权限和程序制定、公开的文件，内容影响公民、法人和其他组织的权利义务，对不特定的对象普遍有约束力，一段时间内可以反复适用；行政法规、规章和行政决定、命令不在其内。",
                  basis: "《条例》第二十条第（一）项；国办发〔2018〕37号",
                  guidance: "内部管理制度、工作方案、会议纪要、人事任免通知通常不计入。",
                },
              },
            ],
            formulas: [],
          },
          {
            title: "第二十条第（五）项",
            titleAliases: ["第二十条（五）项"],
            corner: "信息内容",
            columns: [
              {
                id: "previousItems",
                label: "上一年项目数量",
                aliases: ["上年项目数量", "上一年度项目数量"],
                note: { text: "上一年末事项清单中的项目数，是事项的个数，不是办件数。" },
                unit: "项",
              },
              {
                id: "change",
                label: "本年增/减",
                aliases: ["本年度增/减", "本年增减数量"],
                note: {
                  text: "本年清单中项目数的净增减：增加写正数（+5），减少写负数（-4），没有变化写0。只说项目，与处理决定的件数无关。",
                },
                kind: "change",
                unit: "项",
              },
              {
                id: "decisions",
                label: "处理决定数量",
                aliases: ["本年处理决定数量", "本年度处理决定数量"],
                note: {
                  text: "本年作出的处理决定的件数。它与项目数量没有勾稽关系，不是上一年项目数量与本年增/减之和。",
                },
                unit: "件",
              },
            ],
            rows: [
              {
                id: "licences",
                label: "行政许可",
                note: {
                  text: "行政许可事项的项目数和增减，以及本年对行政许可申请作出的决定件数。",
                  basis: "《条例》第二十条第（五）项",
                  guidance: "决定件数一般把准予和不予许可的都计入。没有行政许可职权的机关填0。",
                },
              },
              {
                id: "otherManagement",
                label: "其他对外管理服务事项",
                aliases: ["其它对外管理服务事项", "其他对外管理服务"],
                note: {
                  text: "行政许可以外，对外办理的管理和服务事项的项目数和增减，以及本年的办理决定件数。",
                  basis: "《条例》第二十条第（五）项",
                },
              },
            ],
            formulas: [],
          },
          {
            title: "第二十条第（六）项",
            titleAliases: ["第二十条（六）项"],
            corner: "信息内容",
            columns: [
              {
                id: "previousItems",
                label: "上一年项目数量",
                aliases: ["上年项目数量", "上一年度项目数量"],
                note: { text: "上一年末事项清单中的项目数，是事项的个数，不是办件数。" },
                unit: "项",
              },
              {
                id: "change",
                label: "本年增/减",
                aliases: ["本年度增/减", "本年增减数量"],
                note: {
                  text: "本年清单中项目数的净增减：增加写正数（+5），减少写负数（-4），没有变化写0。只说项目，与处理决定的件数无关。",
                },
                kind: "change",
                unit: "项",
              },
              {
                id: "decisions",
                label: "处理决定数量",
                aliases: ["本年处理决定数量", "本年度处理决定数量"],
                note: {
                  text: "本年作出的处理决定的件数。它与项目数量没有勾稽关系，不是上一年项目数量与本年增/减之和。",
                },
                unit: "件",
              },
            ],
            rows: [
              {
                id: "penalties",
                label: "行政处罚",
                note: {
                  text: "行政处罚事项的项目数和增减，以及本年作出的行政处罚决定件数。汇总一级政府的数据时，因含交通违法处罚，件数可能很大。",
                  basis: "《条例》第二十条第（六）项",
                },
              },
              {
                id: "coercions",
                label: "行政强制",
                note: {
                  text: "行政强制事项的项目数和增减，以及本年作出的行政强制决定件数。",
                  basis: "《条例》第二十条第（六）项",
                  guidance: "决定件数一般把行政强制措施和行政强制执行都计入。",
                },
              },
            ],
            formulas: [],
          },
          {
            title: "第二十条第（八）项",
            titleAliases: ["第二十条（八）项"],
            corner: "信息内容",
            columns: [
              {
                id: "previousItems",
                label: "上一年项目数量",
                aliases: ["上年项目数量", "上一年度项目数量"],
                note: { text: "上一年末收费目录中的项目数，是收费项目的个数，不是金额。" },
                unit: "项",
              },
              {
                id: "change",
                label: "本年增/减",
                aliases: ["本年度增/减", "本年增减数量"],
                note: {
                  text: "本年收费项目数的净增减：增加写正数（+5），减少写负数（-4），没有变化写0。",
                },
                kind: "change",
                unit: "项",
              },
            ],
            rows: [
              {
                id: "fees",
                label: "行政事业性收费",
                aliases: ["行业事业性收费", "行政事业收费"],
                note: {
                  text: "行政事业性收费的项目数及其增减，不填收费金额。",
                  basis: "《条例》第二十条第（八）项",
                },
              },
            ],
            formulas: [],
          },
          {
            title: "第二十条第（九）项",
            titleAliases: ["第二十条（九）项"],
            corner: "信息内容",
            columns: [
              {
                id: "projects",
                label: "采购项目数量",
                aliases: ["采购项目数"],
                note: { text: "本年实施的采购项目的个数。" },
                unit: "个",
              },
              {
                id: "value",
                label: "采购总金额",
                aliases: ["采购总金额（万元）", "采购总金额（单位：万元）"],
                note: {
                  text: "本年采购的总金额，可以有小数。",
                  guidance:
                    "表头没有印单位，各地有按元填的，也有按万元填的；按万元只写数字，便于与其他年份、其他单位比较。",
                },
                kind: "money",
                unit: "万元",
              },
            ],
            rows: [
              {
                id: "procurement",
                label: "政府集中采购",
                aliases: ["政府集中采购项目"],
                note: {
                  text: "列入集中采购目录、由本机关实施的政府采购。",
                  basis: "《条例》第二十条第（九）项",
                },
              },
            ],
            formulas: [],
          },
        ],
      },
    },
    {
      id: "requests",
      number: "三",
      title: "收到和处理政府信息公开申请情况",
      aliases: [
        "收到和处理政府信息公开申请的情况",
        "行政机关收到和处理政府信息公开申请情况",
        "行政机关收到和处理政府信息公开申请的情况",
        "收到和处理信息公开申请情况",
        "收到和处理政府信息公开情况",
        "收到及处理政府信息公开申请情况",
      ],
      note: {
        text: "以表格报告本年度收到和处理政府信息公开申请的数量，按申请人和办理结果分列。每件申请只计入一个申请人列、一个办理结果行。",
        basis: "《条例》第五十条第一款第（二）项",
        guidance: "没有收到申请的，表格照列，各格填0。",
      },
      table: {
        id: "requests",
        name: "表三",
        blocks: [
          {
            corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            columns: [
              {
                label: "申请人情况",
                note: { text: "按申请人的身份分列，每件申请只计入一列。", basis: "《条例》第二十七条、第二十九条" },
                lines: [
                  {
                    id: "natural",
                    label: "自然人",
                    note: {
                      text: "以个人名义提出的申请。",
                      basis: "《条例》第二十七条、第二十九条",
                      guidance: "律师以自己名义提出的计入自然人，以律师事务所名义提出的计入法律服务机构。",
                    },
                    unit: "件",
                  },
                  {
                    label: "法人或其他组织",
                    aliases: ["法人或者其他组织", "法人和其他组织", "法人或其它组织"],
                    note: {
                      text: "以单位名义提出的申请，分五类，每件只计入其中一类。",
                      basis: "《条例》第二十七条",
                    },
                    lines: [
                      {
                        id: "business",
                        label: "商业企业",
                        note: {
                          text: "公司、合伙企业、个人独资企业等经营性单位提出的申请。",
                          basis: "《条例》第二十七条",
                          guidance: "个体工商户一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "research",
                        label: "科研机构",
                        note: {
                          text: "从事科学研究的单位提出的申请。",
                          basis: "《条例》第二十七条",
                          guidance:
                            "高等学校、研究院所以单位名义提出的一般计入这一列；师生以个人名义提出的计入自然人。",
                        },
                        unit: "件",
                      },
                      {
                        id: "charity",
                        label: "社会公益组织",
                        note: {
                          text: "以公益为目的的社会组织提出的申请。",
                          basis: "《条例》第二十七条",
                          guidance: "基金会、社会团体、慈善组织、环保组织一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "legal",
                        label: "法律服务机构",
                        note: {
                          text: "以机构名义提出申请的法律服务单位。",
                          basis: "《条例》第二十七条",
                          guidance: "律师事务所、法律援助机构、公证机构一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "other",
                        label: "其他",
                        aliases: ["其它"],
                        note: {
                          text: "不属于前四类的法人或者其他组织提出的申请。",
                          basis: "《条例》第二十七条",
                          guidance:
                            "村（居）民委员会、事业单位、媒体一般计入这一列。这一列很大而其他各列接近0时，宜核对是否把企业或个人误归此列。",
                        },
                        unit: "件",
                      },
                    ],
                  },
                  {
                    id: "total",
                    label: "总计",
                    aliases: ["合计"],
                    note: {
                      text: "自然人与法人或其他组织五类之和。",
                      basis: "国办公开办函〔2019〕60号",
                      guidance: "每一行都填，没有的填0。",
                    },
                    unit: "件",
                  },
                ],
              },
            ],
            rows: [
              {
                id: "received",
                label: "一、本年新收政府信息公开申请数量",
                aliases: [
                  "本年度新收政府信息公开申请数量",
                  "本年新收政府信息公开申请数",
                  "本年新收政府信息公开申请",
                  "本年新收",
                ],
                note: {
                  text: "本年1月1日至12月31日收到的申请件数，收到的日期按《条例》第三十一条确定。",
                  basis: "《条例》第三十一条",
                },
              },
              {
                id: "carriedIn",
                label: "二、上年结转政府信息公开申请数量",
                aliases: [
                  "上年度结转政府信息公开申请数量",
                  "上年结转政府信息公开申请数",
                  "上年结转政府信息公开申请",
                  "上年转结政府信息公开申请数量",
                  "上年结转",
                ],
                note: {
                  text: "上年12月31日尚未办结、转入本年办理的申请件数，各列与上年报告表三第四项相同。",
                  basis: "国办公开办函〔2019〕60号",
                },
              },
              {
                label: "三、本年度办理结果",
                aliases: ["本年办理结果", "办理结果"],
                note: {
                  text: "本年办结的申请，每件只计入（一）至（六）中的一种结果。",
                  basis: "《条例》第三十六条",
                },
                lines: [
                  {
                    id: "granted",
                    label: "（一）予以公开",
                    note: {
                      text: "向申请人提供了信息，或者信息已经主动公开并告知了获取的方式、途径。",
                      basis: "《条例》第三十六条第（一）、（二）项",
                    },
                  },
                  {
                    id: "partial",
                    label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                    aliases: ["部分公开", "部分公开（区分处理的，只计这一情形）"],
                    note: {
                      text: "申请的内容中有不公开的部分，区分处理后提供了其余部分。这样的申请只在这里计1件，不因未公开的部分再计入（三）至（六）。",
                      basis: "《条例》第三十七条",
                    },
                  },
                  {
                    label: "（三）不予公开",
                    note: {
                      text: "信息存在但决定不公开的申请，按理由分八项，每件只计入一项。这一行自身没有小计。",
                      basis: "《条例》第十四条至第十六条、第三十六条第（三）、（七）项",
                    },
                    lines: [
                      {
                        id: "refusedSecret",
                        label: "1.属于国家秘密",
                        aliases: ["国家秘密"],
                        note: { text: "信息已依法确定为国家秘密。", basis: "《条例》第十四条" },
                      },
                      {
                        id: "refusedLaw",
                        label: "2.其他法律行政法规禁止公开",
                        aliases: ["法律行政法规禁止公开"],
                        note: {
                          text: "法律或者行政法规明文禁止公开，答复中要写明是哪一部。规章和地方规定不足以作为这一项的依据。",
                          basis: "《条例》第十四条",
                        },
                      },
                      {
                        id: "refusedSecurity",
                        label: "3.危及“三安全一稳定”",
                        aliases: ["三安全一稳定"],
                        note: {
                          text: "公开后可能危及国家安全、公共安全、经济安全、社会稳定。",
                          basis: "《条例》第十四条",
                        },
                      },
                      {
                        id: "refusedThirdParty",
                        label: "4.保护第三方合法权益",
                        aliases: ["保护第三方权益", "第三方合法权益", "第三方权益"],
                        note: {
                          text: "涉及商业秘密、个人隐私等，公开会损害第三方合法权益，第三方不同意公开，也没有因公共利益而决定公开。征求意见的程序见第三十二条。",
                          basis: "《条例》第十五条、第三十二条",
                        },
                      },
                      {
                        id: "refusedInternal",
                        label: "5.属于三类内部事务信息",
                        aliases: ["三类内部事务信息", "属于内部事务信息", "内部事务信息"],
                        note: {
                          text: "人事管理、后勤管理、内部工作流程三类信息。",
                          basis: "《条例》第十六条第一款",
                        },
                      },
                      {
                        id: "refusedProcess",
                        label: "6.属于四类过程性信息",
                        aliases: ["四类过程性信息", "属于四类过程性性信息", "属于过程性信息", "过程性信息"],
                        note: {
                          text: "履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告四类信息。",
                          basis: "《条例》第十六条第二款",
                        },
                      },
                      {
                        id: "refusedCaseFile",
                        label: "7.属于行政执法案卷",
                        aliases: ["属于行政执法案卷信息", "行政执法案卷", "执法案卷"],
                        note: { text: "行政执法案卷信息。", basis: "《条例》第十六条第二款" },
                      },
                      {
                        id: "refusedQuery",
                        label: "8.属于行政查询事项",
                        aliases: ["行政查询事项"],
                        note: {
                          text: "工商、不动产登记资料等，法律、行政法规对获取另有规定的信息，已告知申请人按那些规定办理。",
                          basis: "《条例》第三十六条第（七）项",
                        },
                      },
                    ],
                  },
                  {
                    label: "（四）无法提供",
                    note: {
                      text: "没有可以提供的信息的申请，分三项，每件只计入一项。这一行自身没有小计。",
                      basis: "《条例》第三十条、第三十六条第（四）、（五）项、第三十八条",
                    },
                    lines: [
                      {
                        id: "absentNotHeld",
                        label: "1.本机关不掌握相关政府信息",
                        aliases: ["本机关不掌握相关信息", "本机关不掌握"],
                        note: {
                          text: "经检索没有所申请的信息，或者信息不由本机关负责公开。",
                          basis: "《条例》第三十六条第（四）、（五）项",
                        },
                      },
                      {
                        id: "absentToBeMade",
                        label: "2.没有现成信息需要另行制作",
                        aliases: ["没有现成信息需另行制作", "没有现成信息"],
                        note: {
                          text: "没有现成的信息，提供就要对现有信息进行加工、分析。",
                          basis: "《条例》第三十八条",
                        },
                      },
                      {
                        id: "absentUnclear",
                        label: "3.补正后申请内容仍不明确",
                        aliases: ["补正后申请内容不明确", "补正后仍不明确"],
                        note: {
                          text: "申请人作了补正，但申请内容仍不明确。逾期不补正的计入（六）。",
                          basis: "《条例》第二十九条第二款第（二）项、第三十条",
                        },
                      },
                    ],
                  },
                  {
                    label: "（五）不予处理",
                    note: {
                      text: "不作为政府信息公开申请办理的情形，分五项，每件只计入一项。这一行自身没有小计。",
                      basis: "《条例》第三十五条、第三十六条第（六）项、第三十九条",
                    },
                    lines: [
                      {
                        id: "declinedComplaint",
                        label: "1.信访举报投诉类申请",
                        aliases: ["信访举报投诉诉求类申请", "信访举报投诉类", "信访举报投诉"],
                        note: {
                          text: "名为政府信息公开申请，实为信访、投诉、举报，已告知申请人不作为政府信息公开申请处理。",
                          basis: "《条例》第三十九条第一款",
                        },
                      },
                      {
                        id: "declinedRepeat",
                        label: "2.重复申请",
                        note: {
                          text: "已就同一信息作出答复，同一申请人又重复申请。",
                          basis: "《条例》第三十六条第（六）项",
                        },
                      },
                      {
                        id: "declinedPublication",
                        label: "3.要求提供公开出版物",
                        aliases: ["公开出版物"],
                        note: {
                          text: "要求提供政府公报、报刊、书籍等公开出版物，已告知获取的途径。",
                          basis: "《条例》第三十九条第二款",
                        },
                      },
                      {
                        id: "declinedExcessive",
                        label: "4.无正当理由大量反复申请",
                        aliases: ["大量反复申请"],
                        note: {
                          text: "申请的数量、频次明显超过合理范围，要求说明理由后理由不合理，已告知不予处理。",
                          basis: "《条例》第三十五条",
                        },
                      },
                      {
                        id: "declinedConfirmation",
                        label: "5.要求行政机关确认或重新出具已获取信息",
                        aliases: ["要求行政机关确认或者重新出具已获取信息", "要求行政机关确认或重新出具"],
                        note: {
                          text: "申请人已经有了信息，要求的是确认或者重新出具，而不是获取信息。",
                          guidance: "没有直接对应的条文，实务中参照《条例》第二条和第三十六条第（六）项理解。",
                        },
                      },
                    ],
                  },
                  {
                    id: "otherAny",
                    label: "（六）其他处理",
                    aliases: ["（六）其他", "其他处理情形", "其他处理情况"],
                    note: {
                      text: "前五种以外的结果，例如申请人无正当理由逾期不补正。这一行不再分项。",
                      basis: "《条例》第三十条",
                      guidance: "申请人主动撤回申请的，一般计入这一行。",
                    },
                  },
                  {
                    id: "closed",
                    label: "（七）总计",
                    aliases: ["合计"],
                    note: {
                      text: "（一）至（六）各结果之和，即本年办结的件数。",
                      basis: "国办公开办函〔2019〕60号",
                    },
                  },
                ],
              },
              {
                id: "carriedOut",
                label: "四、结转下年度继续办理",
                aliases: ["结转下年继续办理", "结转下一年度继续办理", "转结下年度继续办理", "结转下年度"],
                note: {
                  text: "本年12月31日尚未办结、转入下年继续办理的申请件数。",
                  basis: "国办公开办函〔2019〕60号",
                },
              },
            ],
            formulas: [
              {
                kind: "sum",
                of: "columns",
                left: ["natural", "business", "research", "charity", "legal", "other"],
                right: ["total"],
              },
              {
                kind: "sum",
                of: "rows",
                left: [
                  "granted",
                  "partial",
                  "refusedSecret",
                  "refusedLaw",
                  "refusedSecurity",
                  "refusedThirdParty",
                  "refusedInternal",
                  "refusedProcess",
                  "refusedCaseFile",
                  "refusedQuery",
                  "absentNotHeld",
                  "absentToBeMade",
                  "absentUnclear",
                  "declinedComplaint",
                  "declinedRepeat",
                  "declinedPublication",
                  "declinedExcessive",
                  "declinedConfirmation",
                  "otherAny",
                ],
                right: ["closed"],
              },
              { kind: "balance", of: "rows", left: ["received", "carriedIn"], right: ["closed", "carriedOut"] },
            ],
          },
        ],
      },
    },
    {
      id: "litigation",
      number: "四",
      title: "政府信息公开行政复议、行政诉讼情况",
      aliases: [
        "信息公开行政复议、行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
        "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
        "政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "行政复议、行政诉讼情况",
      ],
      note: {
        text: "以表格报告因政府信息公开工作被申请行政复议、提起行政诉讼的件数和结果。",
        basis: "《条例》第五十条第一款第（三）项、第五十一条",
        guidance: "上年未审结、转入本年的案件，有的地方计入，有的只计本年新发生的，同一地区口径一致即可。没有的填0。",
      },
      table: {
        id: "litigation",
        name: "表四",
        blocks: [
          {
            columns: [
              {
                label: "行政复议",
                note: {
                  text: "以本机关为被申请人的政府信息公开行政复议案件。",
                  basis: "《条例》第五十一条",
                },
                lines: [
                  {
                    id: "review.upheld",
                    label: "结果维持",
                    aliases: ["维持"],
                    note: {
                      text: "已审结，结果维持了本机关行为的案件。",
                      guidance: "驳回复议请求的一般计入这一列。",
                    },
                    unit: "件",
                  },
                  {
                    id: "review.corrected",
                    label: "结果纠正",
                    aliases: ["纠正"],
                    note: {
                      text: "已审结，结果纠正了本机关行为的案件。",
                      guidance: "撤销、变更、确认违法、责令履行的一般计入这一列。",
                    },
                    unit: "件",
                  },
                  {
                    id: "review.otherResult",
                    label: "其他结果",
                    aliases: ["其它结果", "其他"],
                    note: {
                      text: "已审结，但既不是维持也不是纠正的案件。",
                      guidance: "撤回、调解、不予受理、终止的一般计入这一列。",
                    },
                    unit: "件",
                  },
                  {
                    id: "review.pending",
                    label: "尚未审结",
                    aliases: ["未审结", "尚未"],
                    note: { text: "本年12月31日还没有结果的案件。" },
                    unit: "件",
                  },
                  {
                    id: "review.total",
                    label: "总计",
                    aliases: ["合计", "小计"],
                    note: { text: "行政复议前四列之和。", basis: "国办公开办函〔2019〕60号" },
                    unit: "件",
                  },
                ],
              },
              {
                label: "行政诉讼",
                note: {
                  text: "以本机关为被告的政府信息公开行政诉讼案件，按是否先经行政复议分两组。",
                  basis: "《条例》第五十一条",
                },
                lines: [
                  {
                    label: "未经复议直接起诉",
                    aliases: ["未经复议直接诉讼", "未经行政复议直接起诉", "直接起诉"],
                    note: { text: "没有先申请行政复议，直接向法院起诉的案件。", basis: "《条例》第五十一条" },
                    lines: [
                      {
                        id: "direct.upheld",
                        label: "结果维持",
                        aliases: ["维持"],
                        note: {
                          text: "已审结，结果维持了本机关行为的案件。",
                          guidance: "判决驳回诉讼请求的一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "direct.corrected",
                        label: "结果纠正",
                        aliases: ["纠正"],
                        note: {
                          text: "已审结，结果纠正了本机关行为的案件。",
                          guidance: "撤销、变更、确认违法、责令履行的一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "direct.otherResult",
                        label: "其他结果",
                        aliases: ["其它结果", "其他"],
                        note: {
                          text: "已审结，但既不是维持也不是纠正的案件。",
                          guidance: "撤诉、调解、不予立案、终结的一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "direct.pending",
                        label: "尚未审结",
                        aliases: ["未审结", "尚未"],
                        note: { text: "本年12月31日还没有结果的案件。" },
                        unit: "件",
                      },
                      {
                        id: "direct.total",
                        label: "总计",
                        aliases: ["合计", "小计"],
                        note: { text: "未经复议直接起诉前四列之和。", basis: "国办公开办函〔2019〕60号" },
                        unit: "件",
                      },
                    ],
                  },
                  {
                    label: "复议后起诉",
                    aliases: ["复议后诉讼", "复议后行政诉讼", "行政复议后起诉"],
                    note: {
                      text: "先申请行政复议，对结果不服再起诉的案件。复议可能发生在以前年度，因此与本年行政复议总计没有勾稽关系。",
                      basis: "《条例》第五十一条",
                    },
                    lines: [
                      {
                        id: "afterReview.upheld",
                        label: "结果维持",
                        aliases: ["维持"],
                        note: {
                          text: "已审结，结果维持了本机关行为的案件。",
                          guidance: "判决驳回诉讼请求的一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "afterReview.corrected",
                        label: "结果纠正",
                        aliases: ["纠正"],
                        note: {
                          text: "已审结，结果纠正了本机关行为的案件。",
                          guidance: "撤销、变更、确认违法、责令履行的一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "afterReview.otherResult",
                        label: "其他结果",
                        aliases: ["其它结果", "其他"],
                        note: {
                          text: "已审结，但既不是维持也不是纠正的案件。",
                          guidance: "撤诉、调解、不予立案、终结的一般计入这一列。",
                        },
                        unit: "件",
                      },
                      {
                        id: "afterReview.pending",
                        label: "尚未审结",
                        aliases: ["未审结", "尚未"],
                        note: { text: "本年12月31日还没有结果的案件。" },
                        unit: "件",
                      },
                      {
                        id: "afterReview.total",
                        label: "总计",
                        aliases: ["合计", "小计"],
                        note: { text: "复议后起诉前四列之和。", basis: "国办公开办函〔2019〕60号" },
                        unit: "件",
                      },
                    ],
                  },
                ],
              },
            ],
            rows: [{ id: "", label: "" }],
            formulas: [
              {
                kind: "sum",
                of: "columns",
                left: ["review.upheld", "review.corrected", "review.otherResult", "review.pending"],
                right: ["review.total"],
              },
              {
                kind: "sum",
                of: "columns",
                left: ["direct.upheld", "direct.corrected", "direct.otherResult", "direct.pending"],
                right: ["direct.total"],
              },
              {
                kind: "sum",
                of: "columns",
                left: ["afterReview.upheld", "afterReview.corrected", "afterReview.otherResult", "afterReview.pending"],
                right: ["afterReview.total"],
              },
            ],
          },
        ],
      },
    },
    {
      id: "problems",
      number: "五",
      title: "存在的主要问题及改进情况",
      aliases: [
        "政府信息公开工作存在的主要问题及改进情况",
        "政府信息公开工作存在的主要问题及改进措施",
        "存在的主要问题和改进情况",
        "存在的主要问题及改进措施",
        "存在的主要问题及整改措施",
        "存在的主要问题及整改情况",
        "存在主要问题及改进情况",
        "存在的问题及改进情况",
        "存在的问题及改进措施",
        "存在问题及改进情况",
        "主要问题及改进情况",
      ],
      note: {
        text: "政府信息公开工作存在的主要问题，以及是怎样改进的。只写“无”不合要求，只写下一年的打算也没有回答改进情况。",
        basis: "《条例》第五十条第一款第（四）项",
        guidance: "较好的写法：先写上年报告所列问题本年的改进情况，再写本年的主要问题和改进措施，问题与措施逐一对应。",
      },
    },
    {
      id: "others",
      number: "六",
      title: "其他需要报告的事项",
      aliases: [
        "其它需要报告的事项",
        "其他需要报告事项",
        "其他需要报告的情况",
        "其他报告的事项",
        "其他报告事项",
        "需要报告的其他事项",
      ],
      note: {
        text: "其他文件要求在年度报告中报告的事项，以及本机关认为需要报告的事项。没有的，写明没有。",
        basis: "《条例》第五十条第一款第（五）项",
        guidance: "常见的还有年度政务公开工作要点落实情况、人大建议和政协提案办理结果公开情况、创新做法。",
      },
    },
  ],
});
